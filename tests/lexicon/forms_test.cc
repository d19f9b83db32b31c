#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "lexicon/lexicon_fixture.h"

namespace panchina {
namespace {

std::string id_of(const LexiconForm& form) {
  const Lexicon& lexicon = loaded_lexicon().lexicon;
  switch (form.kind) {
    case FormKind::kClub:
    case FormKind::kNation:
      return lexicon.clubs()[form.entry].id;
    case FormKind::kCompetition:
      return lexicon.competitions()[form.entry].id;
    case FormKind::kStadium:
      return lexicon.stadiums()[form.entry].id;
    case FormKind::kPlace:
      return lexicon.places()[form.entry];
    case FormKind::kEpithet:
      return lexicon.epithets()[form.entry].form;
    case FormKind::kRole:
      return lexicon.roles()[form.entry].id;
    default:
      return "";
  }
}

// All forms of the wanted kind, as `text=id`, a `?` after weak ones.
std::vector<std::string> found(std::string_view sentence, FormKind kind) {
  const std::vector<Token> tokens = scanned(sentence);
  std::vector<LexiconHit> hits;
  for (Index i = 0; i < tokens.size(); ++i) loaded_lexicon().lexicon.find_forms(tokens, i, hits);
  std::vector<std::string> out;
  for (const LexiconHit& hit : hits) {
    const LexiconForm& form = loaded_lexicon().lexicon.forms()[hit.form];
    if (form.kind != kind) continue;
    const std::uint32_t begin = tokens[hit.tokens.begin].span.begin;
    const std::uint32_t end = tokens[hit.tokens.end - 1].span.end;
    out.push_back(std::string(sentence.substr(begin, end - begin)) + "=" + id_of(form) +
                  (form.weak ? "?" : ""));
  }
  return out;
}

bool holds(const std::vector<std::string>& list, const std::string& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

struct FormCase {
  FormKind kind;
  const char* sentence;
  const char* wanted;
};

TEST(Forms, AreFoundAsThePressWritesThem) {
  static const FormCase kCases[] = {
      {FormKind::kClub, "FINALE FBC 1908", "FINALE FBC=finale"},
      {FormKind::kClub, "il Pisa 1909 torna", "Pisa 1909=pisa"},
      {FormKind::kClub, "La Juventus vince", "Juventus=juventus"},
      {FormKind::kClub, "La JUVENTUS vince", "JUVENTUS=juventus"},
      {FormKind::kClub, "la A.S. Roma", "A.S. Roma=roma"},
      {FormKind::kClub, "la AS Roma", "AS Roma=roma"},
      {FormKind::kClub, "la A. S. Roma", "A. S. Roma=roma"},
      {FormKind::kClub, "la Roma perde", "Roma=roma?"},
      {FormKind::kClub, "con l'Hellas Verona", "Hellas Verona=verona"},
      {FormKind::kClub, "con l'Hellas-Verona", "Hellas-Verona=verona"},
      {FormKind::kClub, "Bodø/Glimt avanti", "Bodø/Glimt=bodo-glimt"},
      {FormKind::kClub, "con la Juve Stabia", "Juve Stabia=juve-stabia"},
      {FormKind::kClub, "con la F. Andria", "F. Andria=fidelis-andria"},
      {FormKind::kClub, "la A.C. Reggiana", "A.C. Reggiana=reggiana"},
      {FormKind::kClub, "il Calcio Padova", "Calcio Padova=padova"},
      {FormKind::kClub, "dalla US Ancona", "US Ancona=ancona"},
      {FormKind::kClub, "dalla U.S. Ancona", "U.S. Ancona=ancona"},
      {FormKind::kClub, "il Lecce Calcio ha", "Lecce Calcio=lecce"},
      {FormKind::kClub, "il Lecce 1908 ha", "Lecce 1908=lecce"},
      {FormKind::kClub, "il Lecce ha", "Lecce=lecce?"},
      {FormKind::kClub, "la Dinamo perde", "Dinamo=dinamo-bucarest?"},
      {FormKind::kClub, "Juventus-Torino 2-1", "Juventus=juventus"},
      {FormKind::kClub, "Juventus-Torino 2-1", "Torino=torino?"},
      {FormKind::kClub, "L'Aquila in festa", "L'Aquila=l-aquila?"},
      {FormKind::kClub, "la Samp", "Samp=sampdoria"},
      {FormKind::kClub, "lo Schalke 04", "Schalke 04=schalke-04"},
      {FormKind::kCompetition, "in C1 con il Lecco", "C1=serie-c1"},
      {FormKind::kCompetition, "in serie B", "B=serie-b?"},
      {FormKind::kCompetition, "la Serie A", "Serie A=serie-a"},
      {FormKind::kCompetition, "il C.N.D. del 1995", "C.N.D=campionato-nazionale-dilettanti?"},
      {FormKind::kCompetition, "la Coppa d'Africa", "Coppa d'Africa=coppa-africa"},
      {FormKind::kStadium, "a San Siro", "San Siro=san-siro"},
      {FormKind::kPlace, "nato a Busto Arsizio", "Busto Arsizio=Busto Arsizio"},
      {FormKind::kPlace, "nato in Svizzera", "Svizzera=Svizzera?"},
      {FormKind::kEpithet, "i bianconeri", "bianconeri=bianconeri?"},
      {FormKind::kEpithet, "I BIANCONERI", "BIANCONERI=bianconeri?"},
      {FormKind::kRole, "l'allenatore in seconda", "allenatore in seconda=assistant_coach"},
      {FormKind::kRole, "il vice-allenatore", "vice-allenatore=assistant_coach"},
      {FormKind::kRole, "il coordinatore del settore giovanile",
       "coordinatore del settore giovanile=youth_coordinator"},
      {FormKind::kRole, "sulla panchina", "panchina=head_coach"},
      {FormKind::kMinorClub, "con la Persicetana", "Persicetana="},
      {FormKind::kMinorClub, "lascia l'Audace", "Audace=?"},
      {FormKind::kNation, "l'Under 21 azzurra", "Under 21 azzurra=naz-italia-u21"},
  };
  for (const FormCase& c : kCases) {
    EXPECT_TRUE(holds(found(c.sentence, c.kind), c.wanted))
        << c.sentence << ": " << c.wanted << " not in "
        << testing::PrintToString(found(c.sentence, c.kind));
  }
}

TEST(Forms, AreNotFoundWhereTheyDoNotStand) {
  static const FormCase kCases[] = {
      {FormKind::kClub, "nel Torino 1927-28", "Torino 1927=torino"},
      {FormKind::kClub, "la roma antica", "roma=roma?"},
      {FormKind::kClub, "Juventus-Torino 2-1", "Juventus-Torino=juventus"},
      {FormKind::kClub, "la vecchia signora", "vecchia signora=juventus"},
      {FormKind::kClub, "il calcio Padova", "calcio Padova=padova"},
      {FormKind::kClub, "Lecce, Calcio a 5", "Lecce, Calcio=lecce"},
      {FormKind::kCompetition, "la lettera b", "b=serie-b?"},
      {FormKind::kCompetition, "il C 1 si", "C 1=serie-c1"},
      {FormKind::kClub, "Hellas\nVerona", "Hellas\nVerona=verona"},
      {FormKind::kClub, "la Juventusse", "Juventus=juventus"},
      {FormKind::kClub, "Milan. Roma", "Milan. Roma=milan"},
  };
  for (const FormCase& c : kCases) {
    EXPECT_FALSE(holds(found(c.sentence, c.kind), c.wanted)) << c.sentence;
  }
}

TEST(Forms, LongestComesFirst) {
  const std::vector<std::string> all = found("Hellas Verona", FormKind::kClub);
  ASSERT_GE(all.size(), 2u);
  EXPECT_EQ(all.front(), "Hellas Verona=verona");
}

TEST(Lexicon, JoinsTheWordsOfRoles) {
  EXPECT_TRUE(holds(found("il tecnico degli allievi", FormKind::kRole),
                    "tecnico degli allievi=youth_coach"));
  EXPECT_TRUE(holds(found("il responsabile dei portieri", FormKind::kRole),
                    "responsabile dei portieri=goalkeeping_coach"));
  EXPECT_TRUE(found("il responsabile degli abbonamenti", FormKind::kRole).empty());
}

TEST(Lexicon, FindsEntriesById) {
  const Lexicon& lexicon = loaded_lexicon().lexicon;
  ASSERT_NE(lexicon.find_club("juventus"), kNoIndex);
  EXPECT_EQ(lexicon.clubs()[lexicon.find_club("juventus")].name, "Juventus");
  EXPECT_TRUE(lexicon.clubs()[lexicon.find_club("naz-italia")].nation);
  EXPECT_EQ(lexicon.find_club("no-such-club"), kNoIndex);
  EXPECT_NE(lexicon.find_competition("serie-a"), kNoIndex);
  EXPECT_NE(lexicon.find_stadium("san-siro"), kNoIndex);
  EXPECT_NE(lexicon.find_role("assistant_coach"), kNoIndex);
}

TEST(Lexicon, BindsEpithetsToAllTheirClubs) {
  const Lexicon& lexicon = loaded_lexicon().lexicon;
  const Club& bari = lexicon.clubs()[lexicon.find_club("bari")];
  const bool biancorossi = std::any_of(bari.epithets.begin(), bari.epithets.end(), [&](Index i) {
    return lexicon.epithets()[i].form == "biancorossi";
  });
  EXPECT_TRUE(biancorossi);
  for (const Epithet& epithet : lexicon.epithets()) EXPECT_FALSE(epithet.clubs.empty());
}

TEST(Lexicon, KnowsWordsOfItsLists) {
  const Lexicon& lexicon = loaded_lexicon().lexicon;
  const WordList* months = lexicon.word_list("month");
  ASSERT_NE(months, nullptr);
  EXPECT_EQ(lexicon.number_in_list(word_id("maggio"), lexicon.find_list("month")), 5);
  EXPECT_EQ(lexicon.number_word(word_id("ventitré")), 23);
  EXPECT_EQ(lexicon.number_word(word_id("ventotto")), 28);
  EXPECT_EQ(lexicon.number_word(word_id("cento")), 100);
  EXPECT_EQ(lexicon.number_word(word_id("panchina")), -1);
  EXPECT_EQ(lexicon.number_in_list(word_id("terza"), lexicon.find_list("ordinal")), 3);
  EXPECT_EQ(lexicon.prepositions()[lexicon.preposition(word_id("dalla"))], "DA");
  EXPECT_EQ(lexicon.prepositions()[lexicon.preposition(word_id("dell'"))], "DI");
  EXPECT_EQ(lexicon.preposition(word_id("panchina")), kNoIndex);
  EXPECT_TRUE(lexicon.in_list(word_id("il"), lexicon.find_list("article")));
  EXPECT_EQ(lexicon.word_list("no_such_list"), nullptr);
}

}  // namespace
}  // namespace panchina
