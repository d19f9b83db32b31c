#include "annotate/mention_engine.h"

#include <gtest/gtest.h>

#include "document/features.h"
#include "scan/scanner.h"
#include "text/normalization_tables.h"

namespace panchina {
namespace {

const std::filesystem::path kRules = std::filesystem::path(PANCHINA_SOURCE_DIR) / "rules";

struct Loaded {
  Vocabulary vocabulary;
  Lexicon lexicon;
  MentionRules rules;
  NormalizationTables tables;
};

const Loaded& loaded() {
  static const Loaded* const kLoaded = [] {
    auto* out = new Loaded;
    out->lexicon = Lexicon::load(kRules, out->vocabulary).value();
    out->rules = MentionRules::load(kRules, out->vocabulary).value();
    out->tables = NormalizationTables::load((kRules / "words" / "normalize.toml").string()).value();
    return out;
  }();
  return *kLoaded;
}

char letter(UnitKind kind) {
  switch (kind) {
    case UnitKind::kDate:
      return 'D';
    case UnitKind::kScore:
      return 'S';
    case UnitKind::kRecord:
      return 'R';
    case UnitKind::kAge:
      return 'A';
    case UnitKind::kMinute:
      return 'M';
    case UnitKind::kLineupShape:
      return 'L';
    case UnitKind::kMoney:
      return 'E';
    case UnitKind::kOrdinal:
      return 'O';
    case UnitKind::kNumber:
      return 'N';
    default:
      return '?';
  }
}

// The mentions of a text, bare articles apart: `D[12 maggio 1969] S[2-1]`.
std::string mentions_of(const std::string& text) {
  Document document;
  document.text = Text::normalize(text, loaded().tables);
  Scanner(loaded().vocabulary, loaded().lexicon).scan(document);
  std::vector<Mention> mentions;
  MentionEngine(loaded().rules)
      .find(document, {0, static_cast<Index>(document.tokens.size())}, mentions);
  std::string out;
  std::uint32_t last = 0;
  for (const Mention& mention : mentions) {
    EXPECT_GE(mention.span.begin, last);  // disjoint, in text order
    last = mention.span.end;
    if ((mention.features & 1u) != 0 && mention.kind == UnitKind::kNumber) continue;
    if (!out.empty()) out += ' ';
    out += letter(mention.kind);
    out += '[' + std::string(document.text.raw(document.text.to_raw(mention.span))) + ']';
  }
  return out;
}

struct Case {
  const char* text;
  const char* mentions;
};

class MentionCases : public testing::TestWithParam<Case> {};

TEST_P(MentionCases, AreFoundAsWritten) {
  EXPECT_EQ(mentions_of(GetParam().text), GetParam().mentions);
}

INSTANTIATE_TEST_SUITE_P(
    All, MentionCases,
    testing::Values(Case{"Ascoli-Treviso 2-1 del 2 Ottobre 2004", "S[2-1] D[2 Ottobre 2004]"},
                    Case{"domenica 2-0 al Progresso", "D[domenica] S[2-0]"},
                    Case{"(4-2-3-1): Rossi; al 46' entra Bianchi", "L[4-2-3-1] M[46']"},
                    Case{"Score: 28-17-16 in 61 panchine", "R[28-17-16] N[61]"},
                    Case{"Sambenedettese (140-2). a.g. dal 52 al 54 Jesina",
                         "R[140-2] D[dal 52 al 54]"},
                    Case{"Il 59enne tecnico, 47 anni dopo", "A[59enne] D[47 anni dopo]"},
                    Case{"Carrese, 47 anni, era in carica", "A[47 anni]"},
                    Case{"prevendita allo 075.5008900", ""},
                    Case{"Ai 13 lire 4.118.000", "N[13] E[lire 4.118.000]"},
                    Case{"Il capolinea 2/1 del bus", "N[2] N[1]"},
                    Case{"nell'81 e dall'86 all'89", "D['81] D[dall'86 all'89]"},
                    Case{"fino al giugno ' 99 .", "D[giugno ' 99]"},
                    Case{"quarto l’anno dopo", "O[quarto] D[l’anno dopo]"},
                    Case{"Carrarese-Pisa ........ 1-3 (1-1)", "S[1-3] S[1-1]"},
                    Case{"finita 5-4 d.c.r. a Roma", "S[5-4 d.c.r.]"},
                    Case{"si impone tre a zero", "S[tre a zero]"},
                    Case{"12 no\xC2\xADvembre 2001", "D[12 no\xC2\xADvembre 2001]"},
                    Case{"PAGANESE - ANGRI 2 \xE2\x80\x93 1", "S[2 \xE2\x80\x93 1]"}));

TEST(MentionEngine, MarksHalfTimeAndPenalties) {
  Document document;
  document.text = Text::normalize("Bologna-Udinese 1-1 (0-1), 5-4 ai rigori", loaded().tables);
  Scanner(loaded().vocabulary, loaded().lexicon).scan(document);
  std::vector<Mention> mentions;
  MentionEngine(loaded().rules)
      .find(document, {0, static_cast<Index>(document.tokens.size())}, mentions);
  ASSERT_EQ(document.scores.size(), 3u);
  EXPECT_FALSE(document.scores[0].half_time);
  EXPECT_TRUE(document.scores[1].half_time);
  EXPECT_TRUE(document.scores[2].penalties);
  EXPECT_EQ(document.scores[2].first, 5);
}

TEST(MentionEngine, TellsFromAndUntil) {
  Document document;
  document.text = Text::normalize("dal 2008 in panchina, fino al 30 giugno 2010", loaded().tables);
  Scanner(loaded().vocabulary, loaded().lexicon).scan(document);
  std::vector<Mention> mentions;
  MentionEngine(loaded().rules)
      .find(document, {0, static_cast<Index>(document.tokens.size())}, mentions);
  ASSERT_EQ(document.dates.size(), 2u);
  EXPECT_NE(document.dates[0].features & kDateFrom, 0u);
  EXPECT_NE(document.dates[1].features & kDateUntil, 0u);
  EXPECT_NE(document.dates[1].features & kDateDay, 0u);
}

TEST(MentionEngine, AnArticleThatIsPartOfTheDateHidesNoUntil) {
  for (const char* text : {"al Pisa fino all'85", "al Pisa fino al '85", "al Pisa sino all'85"}) {
    Document document;
    document.text = Text::normalize(text, loaded().tables);
    Scanner(loaded().vocabulary, loaded().lexicon).scan(document);
    std::vector<Mention> mentions;
    MentionEngine(loaded().rules)
        .find(document, {0, static_cast<Index>(document.tokens.size())}, mentions);
    ASSERT_EQ(document.dates.size(), 1u) << text;
    EXPECT_NE(document.dates[0].features & kDateUntil, 0u) << text;
  }
}

}  // namespace
}  // namespace panchina
