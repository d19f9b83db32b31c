// Reads rules/lexicon: one record a line (JSON), lists of names (one a line), roles and club forms
// (TOML).
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/file.h"
#include "lexicon/lexicon_builder.h"
#include "lexicon/record_reader.h"
#include "text/fold.h"

namespace panchina {
namespace {

// Calls `use(line, number)` for each line that is not empty and no comment.
template <typename Use>
void for_each_line(const std::string& bytes, Use use) {
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = bytes.find('\n', at);
    if (end == std::string::npos) end = bytes.size();
    std::string_view line(bytes.data() + at, end - at);
    at = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') use(line, number);
  }
}

Diagnostic mistake(std::string code, std::string message, const std::filesystem::path& path,
                   std::uint32_t line) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.place = {path.string(), line, line == 0 ? 0u : 1u};
  return diagnostic;
}

template <typename Use>
void for_each_line(const std::filesystem::path& path, LexiconBuilder& builder, Use use) {
  const Result<std::string, FileError> file = read_file(path.string());
  if (!file) {
    builder.report(mistake(file.error().code, file.error().message, path, 0));
    return;
  }
  for_each_line(*file, use);
}

// Calls `use(record, number)` for each record of a file.
template <typename Use>
void for_each_record(const RecordFile& file, LexiconBuilder& builder, Use use) {
  for (const Diagnostic& diagnostic : file.mistakes) builder.report(diagnostic);
  for (const RecordFile::Line& line : file.lines) use(line.record, line.number);
}

bool holds(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Gazetteers {
 public:
  Gazetteers(std::filesystem::path dir, const RecordFiles& files, LexiconBuilder& builder)
      : dir_(std::move(dir)), files_(files), builder_(builder) {}

  void load() {
    load_clubs();
    load_nations();
    load_club_forms();
    load_epithets();
    load_competitions();
    load_stadiums();
    load_places();
    load_roles();
    load_names();
  }

 private:
  bool take_id(const RecordReader& record, const char* file, std::uint32_t line, std::string& id,
               std::unordered_set<std::string>& ids) {
    id = record.text("id");
    if (id.empty()) {
      builder_.report("missing-id", "this record has no id", (dir_ / file).string(), line);
      return false;
    }
    if (!ids.insert(id).second) {
      builder_.report("duplicate-id", "the id \"" + id + "\" stands twice", (dir_ / file).string(),
                      line);
      return false;
    }
    return true;
  }

  void add_forms(const RecordReader& record, const char* key, FormKind kind, How how, Index entry,
                 const std::vector<std::string>& weak, bool all_weak = false) {
    for (const std::string& form : record.texts(key)) {
      builder_.add_form(form, {kind, how, entry, all_weak || holds(weak, form)});
    }
  }

  void load_clubs() {
    std::unordered_set<std::string> ids;
    for_each_record(files_.clubs, builder_, [&](const RecordReader& record, std::uint32_t line) {
      Club club;
      if (!take_id(record, "clubs.jsonl", line, club.id, ids)) return;
      club.name = record.text("name");
      club.city = folded(record.text("city"));
      club.province = record.text("province");
      club.region = record.text("region");
      club.country = record.text("country");
      club.ambiguous = record.flag("ambiguous");
      const std::string& level = record.text("best_level");
      club.best_level = level.empty() ? '\0' : level.front();
      const auto entry = static_cast<Index>(builder_.lexicon().clubs().size());
      const std::vector<std::string>& weak = record.texts("weak");
      if (!club.city.empty() && club.country == "IT") cities_.push_back(record.text("city"));
      builder_.add_form(club.name, {FormKind::kClub, How::kName, entry, holds(weak, club.name)});
      // `Cosmos (San Marino)`: the name alone, shared with others.
      if (const auto bracket = club.name.find(" ("); bracket != std::string::npos) {
        builder_.add_form(club.name.substr(0, bracket),
                          {FormKind::kClub, How::kAlias, entry, true});
      }
      club_of_id_[club.id] = entry;
      builder_.add_club(std::move(club));
      add_forms(record, "official", FormKind::kClub, How::kName, entry, weak);
      add_forms(record, "aliases", FormKind::kClub, How::kAlias, entry, weak);
      add_forms(record, "nicknames", FormKind::kClub, How::kNickname, entry, weak);
    });
  }

  void load_nations() {
    std::unordered_set<std::string> ids;
    for_each_record(files_.nations, builder_, [&](const RecordReader& record, std::uint32_t line) {
      Club club;
      if (!take_id(record, "national_teams.jsonl", line, club.id, ids)) return;
      club.name = record.text("name");
      club.country = record.text("country");
      club.nation = true;
      club.ambiguous = true;
      const auto entry = static_cast<Index>(builder_.lexicon().clubs().size());
      // A country's name, `Nazionale` and `Under 21` mean a team only in context.
      const bool plain = club.name.find(' ') == std::string::npos;
      builder_.add_form(club.name, {FormKind::kNation, How::kName, entry, plain});
      countries_.push_back(club.name);
      const std::vector<std::string>& weak = record.texts("weak");
      for (const std::string& form : record.texts("aliases")) {
        const bool one_word = form.find(' ') == std::string::npos;
        builder_.add_form(form,
                          {FormKind::kNation, How::kAlias, entry, one_word || holds(weak, form)});
      }
      add_forms(record, "nicknames", FormKind::kNation, How::kNickname, entry, weak, true);
      for (const std::string& form : record.texts("epithets")) {
        if (!form.empty()) epithets_of_nations_.emplace_back(form, entry);
      }
      club_of_id_[club.id] = entry;
      builder_.add_club(std::move(club));
    });
  }

  void load_club_forms() {
    const std::optional<TomlFile> file = builder_.read_toml(dir_ / "club_forms.toml");
    if (!file) return;
    const TomlValue& lists = file->root();
    for (const std::string& prefix : lists.strings_of("prefixes")) builder_.add_affix(prefix, true);
    for (const std::string& suffix : lists.strings_of("suffixes"))
      builder_.add_affix(suffix, false);
    const std::vector<std::string> heads = lists.strings_of("heads");
    const std::vector<std::string> initials = lists.strings_of("initials");
    const std::vector<std::string> abroad = lists.strings_of("suffixes_abroad");
    const std::size_t clubs = builder_.lexicon().clubs().size();
    for (std::size_t i = 0; i < clubs; ++i) {
      const std::string name = builder_.lexicon().clubs()[i].name;
      if (builder_.lexicon().clubs()[i].nation) continue;
      const auto entry = static_cast<Index>(i);
      const auto add = [&](const std::string& form, bool weak) {
        if (weak || !builder_.has_club_form(form)) {
          builder_.add_form(form, {FormKind::kClub, How::kAlias, entry, weak});
        }
      };
      if (builder_.lexicon().clubs()[i].country == "IT") {
        builder_.take_affixes(name, entry);
      } else {
        for (const std::string& suffix : abroad) add(name + " " + suffix, false);
      }
      const std::size_t blank = name.find(' ');
      if (blank == std::string::npos) continue;
      const std::string head = name.substr(0, blank);
      if (holds(heads, head)) add(head, true);
      // `Igea V.`, `Pro P.`.
      const std::string last = name.substr(blank + 1);
      if (builder_.lexicon().clubs()[i].country == "IT" && last.size() > 2 && last[0] >= 'A' &&
          last[0] <= 'Z' && last[1] >= 'a' && last[1] <= 'z' &&
          last.find(' ') == std::string::npos) {
        add(head + " " + last.substr(0, 1) + ".", true);
      }
      if (holds(initials, head)) add(head.substr(0, 1) + ". " + name.substr(blank + 1), false);
    }
  }

  void load_epithets() {
    std::unordered_map<std::string, Index> of_form;
    const auto epithet_of = [&](const std::string& form, const std::string& kind) {
      const auto [at, added] =
          of_form.emplace(folded(form), static_cast<Index>(builder_.lexicon().epithets().size()));
      if (added) {
        builder_.add_epithet({form, kind, {}});
        builder_.add_form(form, {FormKind::kEpithet, How::kEpithet, at->second, true});
      }
      return at->second;
    };
    for_each_record(files_.epithets, builder_, [&](const RecordReader& record, std::uint32_t line) {
      const std::vector<std::string>& kinds = record.texts("kinds");
      const Index epithet =
          epithet_of(record.text("form"), kinds.empty() ? std::string() : kinds.front());
      for (const std::string& id : record.texts("clubs")) {
        const auto club = club_of_id_.find(id);
        if (club == club_of_id_.end()) {
          builder_.report("unknown-club", "no club has the id \"" + id + "\"",
                          (dir_ / "epithets.jsonl").string(), line);
          continue;
        }
        builder_.bind_epithet(epithet, club->second);
      }
    });
    for (const auto& [form, nation] : epithets_of_nations_) {
      builder_.bind_epithet(epithet_of(form, "colour"), nation);
    }
  }

  void load_competitions() {
    std::unordered_set<std::string> ids;
    for_each_record(
        files_.competitions, builder_, [&](const RecordReader& record, std::uint32_t line) {
          Competition competition;
          if (!take_id(record, "competitions.jsonl", line, competition.id, ids)) return;
          competition.name = record.text("name");
          competition.country = record.text("country");
          competition.kind = record.text("kind");
          competition.level = static_cast<int>(record.number("level", 0));
          const auto entry = static_cast<Index>(builder_.lexicon().competitions().size());
          const std::vector<std::string>& weak = record.texts("weak");
          builder_.add_form(competition.name, {FormKind::kCompetition, How::kName, entry,
                                               holds(weak, competition.name)});
          builder_.add_competition(std::move(competition));
          add_forms(record, "aliases", FormKind::kCompetition, How::kAlias, entry, weak);
        });
  }

  void load_stadiums() {
    std::unordered_set<std::string> ids;
    for_each_record(files_.stadiums, builder_, [&](const RecordReader& record, std::uint32_t line) {
      Stadium stadium;
      if (!take_id(record, "stadiums.jsonl", line, stadium.id, ids)) return;
      stadium.name = record.text("name");
      stadium.city = folded(record.text("city"));
      for (const std::string& id : record.texts("clubs")) {
        const auto club = club_of_id_.find(id);
        if (club != club_of_id_.end()) stadium.clubs.push_back(club->second);
      }
      const auto entry = static_cast<Index>(builder_.lexicon().stadiums().size());
      const std::vector<std::string>& weak = record.texts("needs_context");
      builder_.add_form(stadium.name,
                        {FormKind::kStadium, How::kName, entry, holds(weak, stadium.name)});
      builder_.add_stadium(std::move(stadium));
      add_forms(record, "aliases", FormKind::kStadium, How::kAlias, entry, weak);
    });
  }

  void load_places() {
    std::unordered_set<std::string> held;
    // Weak: no town of Italy, where a club of its name may play.
    const auto add = [&](const std::string& place, bool weak) {
      if (place.empty() || !held.insert(folded(place)).second) return;
      const auto entry = static_cast<Index>(builder_.lexicon().places().size());
      builder_.add_form(place, {FormKind::kPlace, How::kName, entry, weak});
      builder_.add_place(place);
    };
    for (const std::string& city : cities_) add(city, false);
    for_each_line(dir_ / "towns.txt", builder_,
                  [&](std::string_view line, std::uint32_t) { add(std::string(line), false); });
    for_each_line(dir_ / "places.txt", builder_,
                  [&](std::string_view line, std::uint32_t) { add(std::string(line), true); });
    for (const std::string& country : countries_) {
      if (country.find(' ') == std::string::npos) add(country, true);
    }
  }

  // `[["tecnico", "mister"], ["degli allievi", "del vivaio"]]`: each of the first list with each of
  // the second. False: it is not two lists of words.
  static bool add_joined(const TomlValue& lists, std::vector<std::string>& forms) {
    if (!lists.is_array() || lists.items.size() != 2) return false;
    const std::vector<std::string> heads = lists.items[0].strings();
    const std::vector<std::string> tails = lists.items[1].strings();
    for (const std::string& head : heads) {
      for (const std::string& tail : tails) {
        forms.push_back(head);
        forms.back().append(" ").append(tail);
      }
    }
    return !heads.empty() && !tails.empty();
  }

  void load_roles() {
    const std::optional<TomlFile> file = builder_.read_toml(dir_ / "roles.toml");
    if (!file) return;
    for (const auto& [id, offset, role] : file->root().entries) {
      for (const bool vacant : {false, true}) {
        std::vector<std::string> forms = role.strings_of(vacant ? "vacant" : "forms");
        const TomlValue* joined = role.value_of(vacant ? "vacant_joined" : "joined");
        if (joined != nullptr && !add_joined(*joined, forms)) {
          builder_.report("wrong-type", "joined forms are two lists of words",
                          (dir_ / "roles.toml").string(),
                          file->source()->place(joined->offset).line);
        }
        if (forms.empty()) continue;
        const auto entry = static_cast<Index>(builder_.lexicon().roles().size());
        builder_.add_role({id, vacant});
        for (const std::string& form : forms) {
          builder_.add_form(form, {FormKind::kRole, How::kName, entry, false});
        }
      }
    }
  }

  void load_names() {
    std::unordered_set<std::string> ambiguous;
    for_each_line(dir_ / "names_it_ambiguous.tsv", builder_,
                  [&](std::string_view line, std::uint32_t) {
                    ambiguous.emplace(line.substr(0, line.find('\t')));
                  });
    const auto add_given = [&](std::string_view name) {
      const bool weak = ambiguous.count(std::string(name)) != 0;
      builder_.add_form(name, {FormKind::kGivenName, How::kName, 0, weak});
    };
    for (const char* file : {"names_it.txt", "names_it_core.txt", "names_foreign.txt"}) {
      for_each_line(dir_ / file, builder_,
                    [&](std::string_view line, std::uint32_t) { add_given(line); });
    }
    for_each_line(dir_ / "short_names.txt", builder_, [&](std::string_view line, std::uint32_t) {
      std::vector<std::string_view> family;
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (end > at) family.push_back(line.substr(at, end - at));
        at = end + 1;
      }
      builder_.add_name_family(family);
      for (const std::string_view name : family) add_given(name);
    });
    for_each_line(dir_ / "surnames_it.txt", builder_, [&](std::string_view line, std::uint32_t) {
      builder_.add_form(line, {FormKind::kSurname, How::kName, 0, false});
    });
    // `Persicetana`, `Audace<tab>weak`: what clubs.jsonl holds too is its club's.
    for_each_line(dir_ / "minor_clubs.txt", builder_, [&](std::string_view line, std::uint32_t) {
      const std::string_view name = line.substr(0, line.find('\t'));
      if (builder_.has_club_form(name)) return;
      builder_.add_form(name, {FormKind::kMinorClub, How::kName, 0, name.size() < line.size()});
    });
  }

  std::filesystem::path dir_;
  const RecordFiles& files_;
  LexiconBuilder& builder_;
  std::unordered_map<std::string, Index> club_of_id_;
  std::vector<std::pair<std::string, Index>> epithets_of_nations_;
  std::vector<std::string> cities_;
  std::vector<std::string> countries_;
};

}  // namespace

RecordFile RecordFile::read(const std::filesystem::path& path) {
  RecordFile out;
  const Result<std::string, FileError> file = read_file(path.string());
  if (!file) {
    out.mistakes.push_back(mistake(file.error().code, file.error().message, path, 0));
    return out;
  }
  for_each_line(*file, [&](std::string_view line, std::uint32_t number) {
    out.lines.push_back({number, {}});
    if (out.lines.back().record.read(line)) return;
    out.lines.pop_back();
    out.mistakes.push_back(mistake("bad-record", "this line is no JSON object", path, number));
  });
  return out;
}

RecordFiles RecordFiles::read(const std::filesystem::path& lexicon_dir) {
  return {RecordFile::read(lexicon_dir / "clubs.jsonl"),
          RecordFile::read(lexicon_dir / "national_teams.jsonl"),
          RecordFile::read(lexicon_dir / "epithets.jsonl"),
          RecordFile::read(lexicon_dir / "competitions.jsonl"),
          RecordFile::read(lexicon_dir / "stadiums.jsonl")};
}

void load_gazetteers(const std::filesystem::path& lexicon_dir, const RecordFiles& files,
                     LexiconBuilder& builder) {
  Gazetteers(lexicon_dir, files, builder).load();
}

}  // namespace panchina
