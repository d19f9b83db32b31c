#include "resolve/career/reciprocal.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "resolve/career/season_end.h"
#include "resolve/career/spell.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

constexpr Day kYear = 367;  // and not two seasons

void infer(Event& event, Index slot, ArgValue value) {
  event.args[slot] = std::move(value);
  event.evidence.front().inferred.push_back({slot, Source::kReciprocal});
}

bool same_post(const Event& one, const Event& two) {
  return two.type == EventType::kTenure && one.factuality == two.factuality &&
         one.section == two.section && one.args[Tenure::kClub] == two.args[Tenure::kClub] &&
         one.args[Tenure::kRole] == two.args[Tenure::kRole];
}

// The tenures of a list by whose post they are.
class Posts {
 public:
  // `events` must outlive it, and may grow.
  Posts(const std::vector<Event>& events, Memory* memory) : events_(events), posts_(memory) {
    for (std::size_t i = 0; i < events.size(); ++i) add(i);
  }
  // The event at that index.
  void add(std::size_t index) {
    const Event& event = events_[index];
    if (event.type != EventType::kTenure) return;
    posts_[key(event, *text_of(event.args[Tenure::kPerson]))].push_back(index);
  }
  // Indices of what may be told of the person at the post of an event, in order. The latest only:
  // an article that tells of one post ten thousand times stays linear.
  std::span<const std::size_t> of(const Event& event, const std::string& person) const {
    constexpr std::size_t kMost = 64;
    const auto found = posts_.find(key(event, person));
    if (found == posts_.end()) return {};
    const std::span<const std::size_t> all(found->second);
    return all.last(std::min(all.size(), kMost));
  }

 private:
  static std::size_t key(const Event& event, std::string_view person) {
    std::size_t sum = std::hash<std::string_view>{}(person);
    for (const Index slot : {Tenure::kClub, Tenure::kRole}) {
      const std::string* text = text_of(event.args[slot]);
      sum = sum * 31 + (text == nullptr ? 0 : std::hash<std::string_view>{}(*text));
    }
    return sum;
  }

  const std::vector<Event>& events_;
  std::pmr::unordered_map<std::size_t, std::pmr::vector<std::size_t>> posts_;
};

// The passage that tells of the successor is all there is to show for the predecessor.
Evidence borrowed(const Evidence& evidence, Cue cue) {
  Evidence out = evidence_in(evidence.slots.get_allocator().resource());
  out.span = evidence.span;
  out.sentence = evidence.sentence;
  out.rule = evidence.rule;
  out.cue = cue;
  for (const EvidenceSlot& slot : evidence.slots) {
    if (slot.arg == Tenure::kClub) out.slots.push_back(slot);
    if (slot.arg == Tenure::kReplaces) out.slots.push_back({Tenure::kPerson, slot.span});
    if (slot.arg == Tenure::kReplacedBy) out.slots.push_back({Tenure::kPerson, slot.span});
    if (slot.arg == Tenure::kPerson)
      out.slots.push_back(
          {cue == Cue::kDeparture ? Tenure::kReplacedBy : Tenure::kReplaces, slot.span});
  }
  for (const Index slot : {Tenure::kPerson, Tenure::kClub, Tenure::kRole,
                           cue == Cue::kDeparture ? Tenure::kReplacedBy : Tenure::kReplaces}) {
    if (!names(out, slot)) out.inferred.push_back({slot, Source::kReciprocal});
  }
  return out;
}

const Evidence& evidence_of(const Event& event, Index slot) {
  for (const Evidence& evidence : event.evidence) {
    if (names(evidence, slot)) return evidence;
  }
  return event.evidence.front();
}

Event other_side(const Event& event, Index named, Index mine, Cue cue,
                 const std::function<std::string(const std::string&)>& person_key) {
  Event out = event_in(memory_of(event), EventType::kTenure);
  out.factuality = event.factuality;
  out.section = event.section;
  out.confidence = event.confidence;
  out.args[Tenure::kPerson] = event.args[named];
  const std::string key = person_key(*text_of(event.args[named]));
  if (!key.empty()) out.args[Tenure::kPersonKey] = key;
  out.args[Tenure::kClub] = event.args[Tenure::kClub];
  out.args[Tenure::kRole] = event.args[Tenure::kRole];
  out.args[Tenure::kInterim] = false;
  out.args[mine] = event.args[Tenure::kPerson];
  out.evidence.push_back(borrowed(evidence_of(event, named), cue));
  return out;
}

// Who held a post, or played, where.
struct Stay {
  EventType type = EventType::kTenure;
  std::string_view person;  // of an event
  std::string_view club;    // empty: it is not told
  friend auto operator<=>(const Stay&, const Stay&) = default;
};

std::pmr::vector<Stay> stays_of(const std::vector<Event>& events, Memory* memory) {
  std::pmr::vector<Stay> out(memory);
  for (const Event& event : events) {
    const std::optional<SpellArgs> args = spell_args(event.type);
    if (!args) continue;
    const std::string* person = text_of(event.args[args->person]);
    const std::string* club = text_of(event.args[args->club]);
    if (person == nullptr) continue;
    out.push_back({event.type, *person, club == nullptr ? std::string_view() : *club});
  }
  return out;
}

// As what a title was won where its passage left it open: what its winner was at the club, else
// what alone he is known as.
void settle_capacities(std::vector<Event>& events, Memory* memory) {
  using arg::Honour;
  struct Known {
    bool player = false, coach = false;
  };
  std::pmr::map<std::pair<std::string_view, std::string_view>, Known> at_club(memory);
  std::pmr::map<std::string_view, Known> anywhere(memory);  // by person
  for (const Stay& stay : stays_of(events, memory)) {
    const auto add = [&](Known& known) {
      (stay.type == EventType::kTenure ? known.coach : known.player) = true;
    };
    add(anywhere[stay.person]);
    add(at_club[{stay.person, stay.club}]);
  }
  for (Event& title : events) {
    if (title.type != EventType::kHonour || !is_null(title.args[Honour::kCapacity])) continue;
    const std::string* person = text_of(title.args[Honour::kPerson]);
    const std::string* club = text_of(title.args[Honour::kClub]);
    if (person == nullptr) continue;
    Known known;
    if (club != nullptr) known = at_club[{*person, *club}];
    if (known.player == known.coach) known = anywhere[*person];
    if (known.player == known.coach) continue;
    title.args[Honour::kCapacity] = std::string(known.player ? "player" : "coach");
    title.evidence.front().inferred.push_back({Honour::kCapacity, Source::kReciprocal});
  }
}

// A title won with a club that the passage names: he was that club's coach, or its player.
void add_title_posts(std::vector<Event>& events, Memory* memory) {
  using arg::Honour;
  const std::pmr::vector<Stay> known = stays_of(events, memory);
  std::pmr::set<Stay> stays(known.begin(), known.end(), memory);
  std::pmr::vector<Event> added(memory);
  for (const Event& title : events) {
    if (title.type != EventType::kHonour || title.factuality != Factuality::kAsserted) continue;
    const std::string* capacity = text_of(title.args[Honour::kCapacity]);
    const std::string* person = text_of(title.args[Honour::kPerson]);
    const std::string* club = text_of(title.args[Honour::kClub]);
    if (capacity == nullptr || *capacity == "club" || person == nullptr || club == nullptr ||
        is_null(title.args[Honour::kPersonKey])) {
      continue;
    }
    const bool played = *capacity == "player";
    const Evidence& told = evidence_of(title, Honour::kClub);
    if (!names(told, Honour::kClub)) continue;
    const EventType type = played ? EventType::kPlayingSpell : EventType::kTenure;
    const SpellArgs args = *spell_args(type);
    if (!stays.insert({type, *person, *club}).second) continue;
    Event post = event_in(memory_of(title), type);
    post.section = title.section;
    post.confidence = title.confidence;
    post.args[args.person] = *person;
    post.args[args.person_key] = title.args[Honour::kPersonKey];
    post.args[args.club] = *club;
    if (!played) {
      post.args[Tenure::kRole] = std::string("head_coach");
      post.args[Tenure::kInterim] = false;
    }
    Evidence& evidence = post.evidence.emplace_back(evidence_in(memory_of(title)));
    evidence.span = told.span;
    evidence.sentence = told.sentence;
    evidence.rule = told.rule;
    if (!played) evidence.cue = Cue::kInPost;
    bool named = false;
    for (const EvidenceSlot& slot : told.slots) {
      if (slot.arg == Honour::kClub) evidence.slots.push_back({args.club, slot.span});
      if (slot.arg == Honour::kPerson) evidence.slots.push_back({args.person, slot.span});
      named = named || slot.arg == Honour::kPerson;
    }
    if (!named) evidence.inferred.push_back({args.person, Source::kReciprocal});
    if (!played) evidence.inferred.push_back({Tenure::kRole, Source::kReciprocal});
    added.push_back(std::move(post));
  }
  for (Event& post : added) events.push_back(std::move(post));
}

bool names_role(const Event& event) {
  return names(evidence_of(event, Tenure::kRole), Tenure::kRole);
}

// `saluta il preparatore dei portieri Rossi; lo sostituisce Verdi`: a post that no passage names is
// that of whom its holder replaces, where that one had but one at the club and the article names
// it.
void share_roles(std::vector<Event>& events, Memory* memory) {
  struct Held {
    ArgValue role;
    bool told = false, several = false;
  };
  std::pmr::map<std::pair<std::string_view, std::string_view>, Held> held(memory);
  for (const Event& event : events) {
    if (event.type != EventType::kTenure) continue;
    const std::string* club = text_of(event.args[Tenure::kClub]);
    if (club == nullptr) continue;
    Held& here = held[{*text_of(event.args[Tenure::kPerson]), *club}];
    here.several = here.several || (!is_null(here.role) && here.role != event.args[Tenure::kRole]);
    here.role = event.args[Tenure::kRole];
    here.told = here.told || names_role(event);
  }
  for (Event& event : events) {
    if (event.type != EventType::kTenure || names_role(event)) continue;
    const std::string* club = text_of(event.args[Tenure::kClub]);
    const std::string* other = text_of(event.args[Tenure::kReplaces]);
    if (other == nullptr) other = text_of(event.args[Tenure::kReplacedBy]);
    if (club == nullptr || other == nullptr) continue;
    const auto found = held.find({*other, *club});
    if (found == held.end() || found->second.several || !found->second.told) continue;
    if (event.args[Tenure::kRole] == found->second.role) continue;
    event.args[Tenure::kRole] = found->second.role;
    for (Evidence& evidence : event.evidence) {
      for (InferredSlot& slot : evidence.inferred) {
        if (slot.arg == Tenure::kRole) slot.source = Source::kReciprocal;
      }
    }
  }
}

bool names_other(const Event& event) {
  return event.type == EventType::kTenure &&
         (!is_null(event.args[Tenure::kReplaces]) || !is_null(event.args[Tenure::kReplacedBy]));
}

using PersonKey = std::function<std::string(const std::string&)>;

// What a successor's post tells of the predecessor's, and the other way round.
class PostTies {
 public:
  PostTies(std::vector<Event>& events, const PersonKey& person_key, Memory* scratch)
      : events_(events),
        person_key_(person_key),
        posts_(events, scratch),
        others_(scratch),
        added_(scratch) {}

  void tie() {
    for (const Event& event : events_) tie_predecessor(event);
    for (const Event& event : events_) tie_successor(event);
    add_untold();
  }

 private:
  // Fills in others_: the posts of whom the event says that he came before or after (`side`) at the
  // same post. False: it says of nobody.
  bool find_others(const Event& event, Index side) {
    others_.clear();
    if (event.type != EventType::kTenure) return false;
    const std::string* other = text_of(event.args[side]);
    if (other == nullptr || *other == *text_of(event.args[Tenure::kPerson])) return false;
    for (const std::size_t i : posts_.of(event, *other)) {
      Event& one = events_[i];
      if (&one != &event && same_post(event, one) && *text_of(one.args[Tenure::kPerson]) == *other)
        others_.push_back(&one);
    }
    return true;
  }

  // Whether one of the others says so itself of the event's person.
  bool is_told(const Event& event, Index side) const {
    return std::ranges::any_of(others_, [&](const Event* other) {
      return other->args[side] == event.args[Tenure::kPerson];
    });
  }

  void tie_predecessor(const Event& successor) {
    if (!find_others(successor, Tenure::kReplaces)) return;
    const DateValue* start = date_of(successor.args[Tenure::kStart]);
    // Of the predecessor's spells the one that may end here, the latest first; where one says who
    // came after it, that one.
    const bool told = is_told(successor, Tenure::kReplacedBy);
    Event* found = nullptr;
    for (Event* other : others_) {
      if (told && other->args[Tenure::kReplacedBy] != successor.args[Tenure::kPerson]) continue;
      const DateValue* end = date_of(other->args[Tenure::kEnd]);
      const DateValue* begin = date_of(other->args[Tenure::kStart]);
      if (start && end && before(*start, *end) && !ends_with_season(*other, *start)) continue;
      if (start && begin && before(*start, *begin)) continue;
      found = other;
    }
    if (found != nullptr) {
      if (is_null(found->args[Tenure::kReplacedBy]))
        infer(*found, Tenure::kReplacedBy, successor.args[Tenure::kPerson]);
      if (start && is_null(found->args[Tenure::kEnd])) infer(*found, Tenure::kEnd, *start);
      if (start && ends_with_season(*found, *start)) end_on(*found, *start);
      return;
    }
    // Who came back later had gone before: `Neri per Verdi`, and in spring `Verdi per Neri`.
    const bool back = start != nullptr && start->earliest == start->latest &&
                      std::ranges::all_of(others_, [&](const Event* other) {
                        const DateValue* begin = date_of(other->args[Tenure::kStart]);
                        return begin != nullptr && before(*start, *begin);
                      });
    if (!others_.empty() && !back) return;
    Event predecessor =
        other_side(successor, Tenure::kReplaces, Tenure::kReplacedBy, Cue::kDeparture, person_key_);
    if (start) infer(predecessor, Tenure::kEnd, *start);
    added_.push_back(std::move(predecessor));
  }

  void tie_successor(const Event& predecessor) {
    if (!find_others(predecessor, Tenure::kReplacedBy)) return;
    const bool told = is_told(predecessor, Tenure::kReplaces);
    const DateValue* end = date_of(predecessor.args[Tenure::kEnd]);
    for (Event* other : others_) {
      const DateValue* start = date_of(other->args[Tenure::kStart]);
      if (end && start && before(*start, *end)) continue;
      if (!told && is_null(other->args[Tenure::kReplaces]))
        infer(*other, Tenure::kReplaces, predecessor.args[Tenure::kPerson]);
      // `A marzo mi esonerarono, al mio posto chiamarono Verdi`: he came when the other went.
      const DateValue* left = date_of(other->args[Tenure::kEnd]);
      if (end && is_shorter(*end, kYear) && start == nullptr && !(left && before(*left, *end)) &&
          other->args[Tenure::kReplaces] == predecessor.args[Tenure::kPerson]) {
        infer(*other, Tenure::kStart, *end);
      }
    }
    if (others_.empty())
      added_.push_back(other_side(predecessor, Tenure::kReplacedBy, Tenure::kReplaces,
                                  Cue::kAppointment, person_key_));
  }

  // The posts that only the other side tells.
  void add_untold() {
    for (Event& event : added_) {
      const DateValue* end = date_of(event.args[Tenure::kEnd]);
      const std::span<const std::size_t> same =
          posts_.of(event, *text_of(event.args[Tenure::kPerson]));
      const bool known = std::ranges::any_of(same, [&](std::size_t i) {
        const Event& other = events_[i];
        const DateValue* begin = date_of(other.args[Tenure::kStart]);
        const bool earlier = end != nullptr && begin != nullptr && end->earliest == end->latest &&
                             before(*end, *begin);
        return same_post(event, other) && !earlier &&
               other.args[Tenure::kPerson] == event.args[Tenure::kPerson];
      });
      if (known) continue;
      events_.push_back(std::move(event));
      posts_.add(events_.size() - 1);
    }
  }

  std::vector<Event>& events_;
  const PersonKey& person_key_;
  Posts posts_;
  std::pmr::vector<Event*> others_;
  std::pmr::vector<Event> added_;
};

}  // namespace

void add_reciprocal(std::vector<Event>& events, const PersonKey& person_key, Memory* scratch) {
  if (std::ranges::any_of(events, names_other)) {
    share_roles(events, scratch);
    PostTies(events, person_key, scratch).tie();
  }
  const auto is_title = [](const Event& one) { return one.type == EventType::kHonour; };
  if (std::none_of(events.begin(), events.end(), is_title)) return;
  settle_capacities(events, scratch);
  add_title_posts(events, scratch);
}

}  // namespace panchina
