#include "annotate/annotator.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "annotate/club_names.h"
#include "annotate/context.h"
#include "annotate/descriptors.h"
#include "annotate/form_context.h"
#include "annotate/person_names.h"
#include "annotate/unit_builder.h"
#include "annotate/unknown_cups.h"
#include "annotate/verb_groups.h"
#include "document/features.h"
#include "text/fold.h"

namespace panchina {
namespace {

// `naz-italia-u17`: the national side of an age, and the name of every club's side of that age.
bool is_youth(std::string_view id) {
  const std::size_t dash = id.rfind('-');
  return dash != std::string_view::npos && dash + 2 < id.size() && id[dash + 1] == 'u' &&
         id[dash + 2] >= '0' && id[dash + 2] <= '9';
}

// Strengths where two candidates cross.
constexpr std::uint8_t kWeakest = 0, kForm = 2, kMention = 4, kFullName = 5;

// Everything that one document needs while it is annotated; kept by the worker.
class Worker {
 public:
  Worker(const Vocabulary& vocabulary, const Lexicon& lexicon, const Cues& cues,
         const MentionEngine& engine)
      : lexicon_(lexicon),
        engine_(engine),
        context_(lexicon, cues),
        cups_(context_),
        persons_(context_),
        clubs_(context_, persons_),
        verbs_(vocabulary, lexicon),
        builder_(context_) {}

  void annotate(Document& document);

 private:
  void find_mentions(Document& document);
  void add_names(Document& document);
  bool is_word_at_start(IndexRange tokens) const;
  void add_clubs();
  void add_cups(Document& document);
  void add_forms(const Document& document);
  void add_club_of_town(IndexRange tokens, Index place);
  void add_verbs(Document& document);
  void add_pronouns(const Document& document);
  void add_descriptors(Document& document);
  void order_candidates();
  void write_sentences(Document& document);

  const Lexicon& lexicon_;
  const MentionEngine& engine_;
  Context context_;
  UnknownCups cups_;
  PersonNames persons_;
  ClubNames clubs_;
  VerbGroups verbs_;
  UnitBuilder builder_;
  std::vector<Mention> mentions_;
  std::vector<VerbGroup> groups_;
  std::unordered_map<Index, std::size_t> role_at_;
  std::vector<bool> is_club_, named_;
  std::vector<UnitCandidate> candidates_, of_sentence_;
  std::vector<Index> order_;   // of the candidates, by first token
  std::vector<Index> starts_;  // by token: where in order_ its candidates begin
};

void Worker::annotate(Document& document) {
  context_.read(document);
  if (context_.tokens().empty()) return;
  candidates_.clear();
  find_mentions(document);
  cups_.find();
  persons_.find_full();
  clubs_.find(document);
  is_club_.assign(context_.tokens().size(), false);
  for (const ClubSpan& span : clubs_.spans()) {
    if (!span.accepted) continue;
    for (Index i = span.tokens.begin; i < span.tokens.end; ++i) {
      is_club_[i] = true;
    }
  }
  persons_.find_single(is_club_);
  named_ = is_club_;
  for (const PersonSpan& span : persons_.spans()) {
    for (Index i = span.tokens.begin; i < span.tokens.end; ++i) {
      named_[i] = true;
    }
  }
  add_names(document);
  add_clubs();
  add_cups(document);
  add_forms(document);
  add_verbs(document);
  add_pronouns(document);
  add_descriptors(document);
  write_sentences(document);
}

void Worker::find_mentions(Document& document) {
  mentions_.clear();
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const BlockLabel label = document.blocks[document.sentences[s].block].label;
    if (!is_article(label) && label != BlockLabel::kPageDate) continue;
    const std::size_t before = mentions_.size();
    engine_.find(document, document.sentences[s].tokens, mentions_);
    // The page's own date is no mention; resolve falls back on it for the publication date.
    if (label == BlockLabel::kPageDate) mentions_.resize(before);
  }
  context_.take_mentions(mentions_);
  for (const Mention& mention : mentions_) {
    UnitCandidate candidate;
    candidate.tokens = mention.tokens;
    candidate.span = mention.span;
    candidate.reading = {mention.kind, How::kName, mention.value, mention.features};
    candidate.rank = 0;
    candidate.strength = kMention;
    candidates_.push_back(candidate);
  }
}

void Worker::add_names(Document& document) {
  const auto claimed = [&](Index i) { return is_club_[i]; };
  for (const PersonSpan& span : persons_.spans()) {
    // A club that bears a person's name.
    if (span.tokens.size() > 1 && claimed(span.tokens.begin) && claimed(span.tokens.end - 1)) {
      continue;
    }
    UnitCandidate candidate;
    candidate.tokens = span.tokens;
    candidate.reading = {UnitKind::kPerson, span.weak ? How::kWeak : How::kName,
                         static_cast<Index>(document.names.size()), 0};
    candidate.rank = span.weak ? 5 : 2;
    candidate.strength = span.tokens.size() > 1 ? kFullName : kForm;
    document.names.push_back(span.name);
    candidates_.push_back(candidate);
  }
}

bool Worker::is_word_at_start(IndexRange tokens) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const Index next = context_.after(tokens.begin);
  return tokens.size() == 1 && next != kNoIndex && head.has(kSentenceStart) &&
         head.is(CueClass::kTownWord) && !head.has(kInTitle | kInRow) &&
         context_.token(next).kind == TokenKind::kWord;
}

void Worker::add_clubs() {
  for (const ClubSpan& span : clubs_.spans()) {
    if (!span.accepted && span.evidence == ClubWeight::kNo) continue;
    // `Porto con me la Coppa`: a word that opens the sentence is no club for any rule.
    if (!span.accepted && is_word_at_start(span.tokens)) continue;
    UnitCandidate candidate;
    candidate.tokens = span.tokens;
    candidate.reading.kind = span.nation ? UnitKind::kNation : UnitKind::kClub;
    candidate.reading.how = span.accepted ? span.how : How::kWeak;
    candidate.reading.value = span.club;
    if (span.unknown) candidate.reading.features |= kClubUnknown;
    const Index before = context_.before(span.tokens.begin);
    const Index after = context_.after(span.tokens.end - 1);
    const auto near = [&](CueClass c) {
      return (after != kNoIndex && context_.at(after).is(c)) ||
             (before != kNoIndex && context_.at(before).is(c)) ||
             (before != kNoIndex && context_.before(before) != kNoIndex &&
              context_.at(context_.before(before)).is(c));
    };
    // `la Juniores Nazionale`: a category of the young, and no national side.
    const bool category = before != kNoIndex && context_.at(before).is(CueClass::kYouthSide);
    if (span.nation && !span.unknown && span.tokens.size() == 1 && category) continue;
    const bool young = span.nation && !span.unknown && is_youth(lexicon_.clubs()[span.club].id);
    if (young || near(CueClass::kYouthSide)) candidate.reading.features |= kClubYouthSide;
    if (near(CueClass::kWomen)) candidate.reading.features |= kClubWomen;
    candidate.rank = span.accepted ? 1 : 4;
    candidate.strength = span.tokens.size() > 1 ? kFullName : kForm;
    candidates_.push_back(candidate);
  }
}

void Worker::add_cups(Document& document) {
  for (const IndexRange& tokens : cups_.spans()) {
    const NormSpan span{document.tokens[tokens.begin].span.begin,
                        document.tokens[tokens.end - 1].span.end};
    UnitCandidate candidate;
    candidate.tokens = tokens;
    candidate.reading = {UnitKind::kCompetition, How::kName,
                         static_cast<Index>(document.unknown_cups.size()), kCompetitionUnknown};
    candidate.rank = 3;
    candidate.strength = kFullName;
    candidate.head = document.tokens[tokens.begin].word;
    document.unknown_cups.push_back("?" + slug(document.text.norm(span)));
    candidates_.push_back(candidate);
  }
}

// Whether a token goes on with the word before it: the `2` of `C2`.
bool cuts_word(const Document& document, Index i) {
  if (i == 0 || i >= document.tokens.size()) return false;
  const Token& token = document.tokens[i];
  return !token.space_before && token.kind == TokenKind::kNumber &&
         document.tokens[i - 1].kind == TokenKind::kWord &&
         document.tokens[i - 1].span.end == token.span.begin &&
         document.tokens[i - 1].span.size() == 1;
}

// `approda a Bergamo`: a town whose club has another name stands for it in the rules of careers.
void Worker::add_club_of_town(IndexRange tokens, Index place) {
  const Index club = clubs_.club_of_town(tokens, lexicon_.places()[place]);
  if (club == kNoIndex) return;
  UnitCandidate candidate;
  candidate.tokens = tokens;
  candidate.reading = {UnitKind::kClub, How::kWeak, club, kClubTown};
  candidate.rank = 4;
  candidate.strength = kForm;
  candidates_.push_back(candidate);
}

void Worker::add_forms(const Document& document) {
  const IndexRange hits = context_.hits();
  for (Index h = hits.begin; h < hits.end; ++h) {
    const LexiconHit& hit = document.lexicon_hits[h];
    const TokenFacts& facts = context_.at(hit.tokens.begin);
    if (!facts.has(kInArticle) || facts.has(kInPerson)) continue;
    if (!context_.together(hit.tokens.begin, hit.tokens.end - 1)) continue;
    if (cuts_word(document, hit.tokens.end)) continue;
    for (Index f = hit.form;; ++f) {
      const LexiconForm& form = lexicon_.forms()[f];
      UnitCandidate candidate;
      candidate.tokens = hit.tokens;
      candidate.strength = kForm;
      candidate.rank = 3;
      bool counts = form_counts(context_, hit, form);
      switch (form.kind) {
        case FormKind::kRole:
          candidate.reading = {UnitKind::kRole, form.how, form.entry,
                               lexicon_.roles()[form.entry].vacant ? kRoleVacant : 0u};
          candidate.head = document.tokens[hit.tokens.begin].word;
          break;
        case FormKind::kCompetition:
          candidate.reading = {UnitKind::kCompetition, form.how, form.entry, 0};
          break;
        case FormKind::kStadium:
          candidate.reading = {UnitKind::kStadium, form.how, form.entry, 0};
          break;
        case FormKind::kPlace:
          candidate.reading = {UnitKind::kPlace, form.how, form.entry, 0};
          // `Vittoria dei padroni di casa` begins with no town.
          counts = counts && !is_word_at_start(hit.tokens);
          add_club_of_town(hit.tokens, form.entry);
          break;
        case FormKind::kEpithet:
          candidate.reading = {UnitKind::kClub, How::kEpithet, form.entry, 0};
          candidate.rank = 6;
          // `granata` beside a club's name is no second club; `Roma` is no epithet.
          counts = counts && !is_club_[hit.tokens.begin];
          // `Reti: Bianchi (Lecco)`: a surname with a capital needs its article.
          if (facts.has(kCapital) && facts.has(kSurname) && !facts.has(kSentenceStart)) {
            const Index before = context_.before(hit.tokens.begin);
            counts =
                counts && before != kNoIndex &&
                context_.at(before).any(cue_bits(CueClass::kPluralArticle, CueClass::kBareArticle));
          }
          // `in bocca al lupo`: a beast is a club's only in the plural, or with a capital.
          if (lexicon_.epithets()[form.entry].kind == "symbol" && !facts.has(kCapital)) {
            const Index before = context_.before(hit.tokens.begin);
            counts = counts && before != kNoIndex &&
                     context_.at(before).any(
                         cue_bits(CueClass::kPluralArticle, CueClass::kFeminineArticle));
          }
          break;
        case FormKind::kClub:
        case FormKind::kNation:
        case FormKind::kGivenName:
        case FormKind::kSurname:
        case FormKind::kMinorClub:
          counts = false;
          break;
      }
      if (counts) candidates_.push_back(candidate);
      if (!form.more) break;
    }
  }
}

void Worker::add_verbs(Document& document) {
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    if (!is_article(document.blocks[document.sentences[s].block].label)) continue;
    groups_.clear();
    verbs_.find(document, document.sentences[s].tokens, groups_);
    for (const VerbGroup& group : groups_) {
      UnitCandidate candidate;
      candidate.tokens = group.tokens;
      candidate.reading = {UnitKind::kVerb, How::kName, static_cast<Index>(document.verbs.size()),
                           verb_features(group)};
      candidate.head = group.lemma;
      candidate.rank = 4;
      candidate.strength = kWeakest;
      document.verbs.push_back(group);
      candidates_.push_back(candidate);
    }
  }
}

void Worker::add_pronouns(const Document& document) {
  for (const Index i : context_.sought()) {
    if (!context_.at(i).is(CueClass::kPronoun)) continue;
    UnitCandidate candidate;
    candidate.tokens = {i, i + 1};
    candidate.reading = {UnitKind::kPronoun, How::kName, 0, 0};
    candidate.head = document.tokens[i].word;
    candidate.rank = 5;
    candidates_.push_back(candidate);
  }
}

// Descriptors; one of several words keeps the role that its head names: `il tecnico lombardo`.
void Worker::add_descriptors(Document& document) {
  const std::size_t forms = candidates_.size();
  find_descriptors(document, context_, named_, candidates_);
  const std::size_t all = candidates_.size();
  if (all == forms) return;
  role_at_.clear();
  for (std::size_t c = 0; c < forms; ++c) {
    if (candidates_[c].reading.kind == UnitKind::kRole && candidates_[c].tokens.size() == 1) {
      role_at_[candidates_[c].tokens.begin] = c;
    }
  }
  for (std::size_t c = forms; c < all; ++c) {
    if (candidates_[c].tokens.size() < 2 || candidates_[c].reading.kind != UnitKind::kPerson)
      continue;
    const auto role = role_at_.find(candidates_[c].tokens.begin);
    if (role == role_at_.end()) continue;
    UnitCandidate copy = candidates_[role->second];
    copy.tokens = candidates_[c].tokens;
    candidates_.push_back(copy);
  }
}

// Candidates by their first token, those of one token in the order in which they were found.
void Worker::order_candidates() {
  starts_.assign(context_.tokens().size() + 1, 0);
  for (const UnitCandidate& candidate : candidates_) ++starts_[candidate.tokens.begin];
  Index sum = 0;
  for (Index& start : starts_) sum += std::exchange(start, sum);
  order_.resize(candidates_.size());
  for (Index c = 0; c < candidates_.size(); ++c) order_[starts_[candidates_[c].tokens.begin]++] = c;
  // Each start has moved on to where the next one was.
  std::copy_backward(starts_.begin(), starts_.end() - 1, starts_.end());
  starts_[0] = 0;
}

void Worker::write_sentences(Document& document) {
  order_candidates();
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const Sentence& sentence = document.sentences[s];
    if (!is_article(document.blocks[sentence.block].label)) continue;
    of_sentence_.clear();
    for (Index n = starts_[sentence.tokens.begin]; n < starts_[sentence.tokens.end]; ++n) {
      const UnitCandidate& candidate = candidates_[order_[n]];
      if (candidate.tokens.end <= sentence.tokens.end) of_sentence_.push_back(candidate);
    }
    builder_.build(document, s, of_sentence_);
  }
}

}  // namespace

struct Annotator::Workers {
  std::mutex mutex;
  std::vector<std::unique_ptr<Worker>> resting;

  std::unique_ptr<Worker> take() {
    const std::lock_guard<std::mutex> lock(mutex);
    if (resting.empty()) return nullptr;
    std::unique_ptr<Worker> worker = std::move(resting.back());
    resting.pop_back();
    return worker;
  }
  void give(std::unique_ptr<Worker> worker) {
    const std::lock_guard<std::mutex> lock(mutex);
    resting.push_back(std::move(worker));
  }
};

Annotator::Annotator(const Vocabulary& vocabulary, const Lexicon& lexicon,
                     const MentionRules& mentions, const Cues& cues)
    : vocabulary_(vocabulary),
      lexicon_(lexicon),
      cues_(cues),
      engine_(mentions),
      workers_(std::make_unique<Workers>()) {}

Annotator::~Annotator() = default;

void Annotator::annotate(Document& document) const {
  document.units.clear();
  document.readings.clear();
  document.clauses.clear();
  document.verbs.clear();
  document.names.clear();
  document.descriptors.clear();
  document.scores.clear();
  document.balances.clear();
  document.unknown_clubs.clear();
  document.unknown_cups.clear();
  document.calendar_steps.clear();
  document.dates.clear();
  std::unique_ptr<Worker> worker = workers_->take();
  if (worker == nullptr) {
    worker = std::make_unique<Worker>(vocabulary_, lexicon_, cues_, engine_);
  }
  worker->annotate(document);
  document.stage_memory.reset();
  if (!document.is_large()) workers_->give(std::move(worker));
}

}  // namespace panchina
