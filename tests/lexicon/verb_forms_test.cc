// Forms of verbs written by hand, from the grammar, against what the lexicon generates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "lexicon/lexicon_fixture.h"
#include "lexicon/word_features.h"

namespace panchina {
namespace {

struct VerbCase {
  const char* form;
  const char* lemma;
  std::uint32_t features;
};

constexpr std::uint32_t kI = kWordFirst | kWordSingular;
constexpr std::uint32_t kHe = kWordThird | kWordSingular;
constexpr std::uint32_t kWe = kWordFirst | kWordPlural;
constexpr std::uint32_t kThey = kWordThird | kWordPlural;
constexpr std::uint32_t kMs = kWordParticiple | kWordMasculine | kWordSingular;
constexpr std::uint32_t kFs = kWordParticiple | kWordFeminine | kWordSingular;
constexpr std::uint32_t kMp = kWordParticiple | kWordMasculine | kWordPlural;

bool reads(const VerbCase& c) {
  const bool accent = folded(c.form) != c.form;
  for (const WordReading& reading : loaded_lexicon().lexicon.readings(word_id(c.form))) {
    if (reading.pos == PartOfSpeech::kVerb && reading.lemma == word_id(c.lemma) &&
        (reading.features & c.features) == c.features &&
        ((reading.features & kWordAccent) != 0) == accent) {
      return true;
    }
  }
  return false;
}

TEST(VerbForms, AreGeneratedAsTheGrammarHasThem) {
  static const VerbCase kCases[] = {
      // auxiliaries and modals
      {"è", "essere", kHe | kWordPresent},
      {"sono", "essere", kThey | kWordPresent},
      {"sono", "essere", kI | kWordPresent},
      {"era", "essere", kHe | kWordImperfect},
      {"fu", "essere", kHe | kWordPast},
      {"furono", "essere", kThey | kWordPast},
      {"sarà", "essere", kHe | kWordFuture},
      {"sarebbe", "essere", kHe | kWordConditional},
      {"sia", "essere", kHe | kWordSubjunctive},
      {"fosse", "essere", kHe | kWordPastSubjunctive},
      {"stato", "essere", kMs},
      {"stata", "essere", kFs},
      {"essendo", "essere", kWordGerund},
      {"esser", "essere", kWordInfinitive},
      {"ha", "avere", kHe | kWordPresent},
      {"hanno", "avere", kThey | kWordPresent},
      {"ebbe", "avere", kHe | kWordPast},
      {"avrà", "avere", kHe | kWordFuture},
      {"avrebbero", "avere", kThey | kWordConditional},
      {"abbia", "avere", kHe | kWordSubjunctive},
      {"aver", "avere", kWordInfinitive},
      {"viene", "venire", kHe | kWordPresent},
      {"venne", "venire", kHe | kWordPast},
      {"vennero", "venire", kThey | kWordPast},
      {"verrà", "venire", kHe | kWordFuture},
      {"venga", "venire", kHe | kWordSubjunctive},
      {"venuto", "venire", kMs},
      {"va", "andare", kHe | kWordPresent},
      {"andrà", "andare", kHe | kWordFuture},
      {"vada", "andare", kHe | kWordSubjunctive},
      {"sta", "stare", kHe | kWordPresent},
      {"stette", "stare", kHe | kWordPast},
      {"potrebbe", "potere", kHe | kWordConditional},
      {"può", "potere", kHe | kWordPresent},
      {"possa", "potere", kHe | kWordSubjunctive},
      {"dovrebbe", "dovere", kHe | kWordConditional},
      {"deve", "dovere", kHe | kWordPresent},
      {"dovette", "dovere", kHe | kWordPast},
      {"debba", "dovere", kHe | kWordSubjunctive},
      {"vuole", "volere", kHe | kWordPresent},
      {"volle", "volere", kHe | kWordPast},
      {"vorrebbe", "volere", kHe | kWordConditional},
      {"sa", "sapere", kHe | kWordPresent},
      {"seppe", "sapere", kHe | kWordPast},
      {"saputo", "sapere", kMs},
      // strong pasts and participles
      {"assunse", "assumere", kHe | kWordPast},
      {"assunsero", "assumere", kThey | kWordPast},
      {"assunto", "assumere", kMs},
      {"dimise", "dimettere", kHe | kWordPast},
      {"dimisero", "dimettere", kThey | kWordPast},
      {"dimesso", "dimettere", kMs},
      {"dimessa", "dimettere", kFs},
      {"dimettersi", "dimettere", kWordInfinitive | kWordEncliticReflexive},
      {"dimettendosi", "dimettere", kWordGerund | kWordEncliticReflexive},
      {"dimessosi", "dimettere", kMs | kWordEncliticReflexive},
      {"condusse", "condurre", kHe | kWordPast},
      {"conduce", "condurre", kHe | kWordPresent},
      {"condurrà", "condurre", kHe | kWordFuture},
      {"condotto", "condurre", kMs},
      {"conduceva", "condurre", kHe | kWordImperfect},
      {"condurlo", "condurre", kWordInfinitive | kWordEncliticObject},
      {"tenne", "tenere", kHe | kWordPast},
      {"tiene", "tenere", kHe | kWordPresent},
      {"ottenne", "ottenere", kHe | kWordPast},
      {"ottennero", "ottenere", kThey | kWordPast},
      {"otterrà", "ottenere", kHe | kWordFuture},
      {"ottenuto", "ottenere", kMs},
      {"ottiene", "ottenere", kHe | kWordPresent},
      {"ottengono", "ottenere", kThey | kWordPresent},
      {"prese", "prendere", kHe | kWordPast},
      {"presero", "prendere", kThey | kWordPast},
      {"preso", "prendere", kMs},
      {"prenderà", "prendere", kHe | kWordFuture},
      {"subentrò", "subentrare", kHe | kWordPast},
      {"subentrato", "subentrare", kMs | kWordTakesEssere},
      {"vinse", "vincere", kHe | kWordPast},
      {"vinsero", "vincere", kThey | kWordPast},
      {"vinto", "vincere", kMs},
      {"vinco", "vincere", kI | kWordPresent},
      {"vincono", "vincere", kThey | kWordPresent},
      {"perse", "perdere", kHe | kWordPast},
      {"perso", "perdere", kMs},
      {"perduto", "perdere", kMs},
      {"colse", "cogliere", kHe | kWordPast},
      {"colto", "cogliere", kMs},
      {"coglie", "cogliere", kHe | kWordPresent},
      {"colgono", "cogliere", kThey | kWordPresent},
      {"tolse", "togliere", kHe | kWordPast},
      {"tolto", "togliere", kMs},
      {"disse", "dire", kHe | kWordPast},
      {"detto", "dire", kMs},
      {"diceva", "dire", kHe | kWordImperfect},
      {"dirà", "dire", kHe | kWordFuture},
      {"dicono", "dire", kThey | kWordPresent},
      {"fece", "fare", kHe | kWordPast},
      {"fatto", "fare", kMs},
      {"faceva", "fare", kHe | kWordImperfect},
      {"farebbe", "fare", kHe | kWordConditional},
      {"facciano", "fare", kThey | kWordSubjunctive},
      {"diede", "dare", kHe | kWordPast},
      {"dà", "dare", kHe | kWordPresent},
      {"dato", "dare", kMs},
      {"rimase", "rimanere", kHe | kWordPast},
      {"rimasto", "rimanere", kMs | kWordTakesEssere},
      {"rimarrà", "rimanere", kHe | kWordFuture},
      {"rimangono", "rimanere", kThey | kWordPresent},
      {"scelse", "scegliere", kHe | kWordPast},
      {"scelto", "scegliere", kMs},
      {"sciolse", "sciogliere", kHe | kWordPast},
      {"sciolto", "sciogliere", kMs},
      {"risolse", "risolvere", kHe | kWordPast},
      {"risolto", "risolvere", kMs},
      {"successe", "succedere", kHe | kWordPast},
      {"succeduto", "succedere", kMs},
      {"concluse", "concludere", kHe | kWordPast},
      {"concluso", "concludere", kMs},
      {"chiuse", "chiudere", kHe | kWordPast},
      {"chiusero", "chiudere", kThey | kWordPast},
      {"giunse", "giungere", kHe | kWordPast},
      {"giunto", "giungere", kMs},
      {"raggiunse", "raggiungere", kHe | kWordPast},
      {"raggiunto", "raggiungere", kMs},
      {"promosse", "promuovere", kHe | kWordPast},
      {"promosso", "promuovere", kMs},
      {"retrocesse", "retrocedere", kHe | kWordPast},
      {"retrocesso", "retrocedere", kMs},
      {"cedette", "cedere", kHe | kWordPast},
      {"ceduto", "cedere", kMs},
      {"cadde", "cadere", kHe | kWordPast},
      {"caddero", "cadere", kThey | kWordPast},
      {"cadrà", "cadere", kHe | kWordFuture},
      {"sconfisse", "sconfiggere", kHe | kWordPast},
      {"sconfitto", "sconfiggere", kMs},
      {"travolse", "travolgere", kHe | kWordPast},
      {"travolto", "travolgere", kMs},
      {"rescisse", "rescindere", kHe | kWordPast},
      {"rescisso", "rescindere", kMs},
      {"interruppe", "interrompere", kHe | kWordPast},
      {"interrotto", "interrompere", kMs},
      {"siede", "sedere", kHe | kWordPresent},
      {"sedette", "sedere", kHe | kWordPast},
      {"sedeva", "sedere", kHe | kWordImperfect},
      {"diresse", "dirigere", kHe | kWordPast},
      {"diretto", "dirigere", kMs},
      {"battuto", "battere", kMs},
      {"batté", "battere", kHe | kWordPast},
      {"mise", "mettere", kHe | kWordPast},
      {"messo", "mettere", kMs},
      {"permise", "permettere", kHe | kWordPast},
      {"rese", "rendere", kHe | kWordPast},
      {"scese", "scendere", kHe | kWordPast},
      {"nacque", "nascere", kHe | kWordPast},
      {"nato", "nascere", kMs | kWordTakesEssere},
      {"morì", "morire", kHe | kWordPast},
      {"muore", "morire", kHe | kWordPresent},
      {"crebbe", "crescere", kHe | kWordPast},
      {"divenne", "divenire", kHe | kWordPast},
      {"decise", "decidere", kHe | kWordPast},
      {"deciso", "decidere", kMs},
      {"accolse", "accogliere", kHe | kWordPast},
      {"rimosse", "rimuovere", kHe | kWordPast},
      {"rimosso", "rimuovere", kMs},
      {"propose", "proporre", kHe | kWordPast},
      {"proposto", "proporre", kMs},
      {"impose", "imporre", kHe | kWordPast},
      {"impone", "imporre", kHe | kWordPresent},
      {"visse", "vivere", kHe | kWordPast},
      {"vide", "vedere", kHe | kWordPast},
      {"visto", "vedere", kMs},
      {"corse", "correre", kHe | kWordPast},
      {"esce", "uscire", kHe | kWordPresent},
      {"escono", "uscire", kThey | kWordPresent},
      {"riuscì", "riuscire", kHe | kWordPast},
      {"sale", "salire", kHe | kWordPresent},
      {"salgono", "salire", kThey | kWordPresent},
      {"offerto", "offrire", kMs},
      {"coperto", "coprire", kMs},
      {"scoperto", "scoprire", kMs},
      {"aperto", "aprire", kMs},
      {"chiese", "chiedere", kHe | kWordPast},
      {"chiesto", "chiedere", kMs},
      {"difeso", "difendere", kMs},
      {"compì", "compiere", kHe | kWordPast},
      {"compiuto", "compiere", kMs},
      {"contratto", "contrarre", kMs},
      {"ridotto", "ridurre", kMs},
      {"introdusse", "introdurre", kHe | kWordPast},
      {"eletto", "eleggere", kMs},
      {"iscritto", "iscrivere", kMs},
      {"espulso", "espellere", kMs},
      {"intrapreso", "intraprendere", kMs},
      {"convinto", "convincere", kMs},
      {"apparve", "apparire", kHe | kWordPast},
      {"comparso", "comparire", kMs},
      // regular, with changes of spelling
      {"esonera", "esonerare", kHe | kWordPresent},
      {"esonerò", "esonerare", kHe | kWordPast},
      {"esonero", "esonerare", kI | kWordPresent},
      {"esonerato", "esonerare", kMs},
      {"esonerati", "esonerare", kMp},
      {"esonerarlo", "esonerare", kWordInfinitive | kWordEncliticObject},
      {"sollevandolo", "sollevare", kWordGerund | kWordEncliticObject},
      {"chiamatolo", "chiamare", kMs | kWordEncliticObject},
      {"affidandogli", "affidare", kWordGerund | kWordEncliticDative},
      {"affidargliela", "affidare", kWordInfinitive | kWordEncliticObject},
      {"andarsene", "andare", kWordInfinitive},
      {"affiderà", "affidare", kHe | kWordFuture},
      {"cercherà", "cercare", kHe | kWordFuture},
      {"cerchi", "cercare", kHe | kWordSubjunctive},
      {"cominceranno", "cominciare", kThey | kWordFuture},
      {"cominci", "cominciare", kHe | kWordSubjunctive},
      {"pareggerebbe", "pareggiare", kHe | kWordConditional},
      {"pareggiò", "pareggiare", kHe | kWordPast},
      {"prolungherà", "prolungare", kHe | kWordFuture},
      {"piegherebbe", "piegare", kHe | kWordConditional},
      {"lascerà", "lasciare", kHe | kWordFuture},
      {"ingaggeranno", "ingaggiare", kThey | kWordFuture},
      {"cambi", "cambiare", kHe | kWordSubjunctive},
      {"licenziarono", "licenziare", kThey | kWordPast},
      {"silurato", "silurare", kMs},
      {"cacciato", "cacciare", kMs},
      {"destituito", "destituire", kMs},
      {"destituisce", "destituire", kHe | kWordPresent},
      {"sostituì", "sostituire", kHe | kWordPast},
      {"sostituiscono", "sostituire", kThey | kWordPresent},
      {"esordisce", "esordire", kHe | kWordPresent},
      {"esordì", "esordire", kHe | kWordPast},
      {"finirà", "finire", kHe | kWordFuture},
      {"segue", "seguire", kHe | kWordPresent},
      {"parte", "partire", kHe | kWordPresent},
      {"partì", "partire", kHe | kWordPast},
      {"espugna", "espugnare", kHe | kWordPresent},
      {"impattò", "impattare", kHe | kWordPast},
      {"allenava", "allenare", kHe | kWordImperfect},
      {"allenammo", "allenare", kWe | kWordPast},
      {"allenasse", "allenare", kHe | kWordPastSubjunctive},
      {"guidarono", "guidare", kThey | kWordPast},
      {"nominata", "nominare", kFs},
      {"rinnovò", "rinnovare", kHe | kWordPast},
      {"allontanato", "allontanare", kMs},
      {"accompagnò", "accompagnare", kHe | kWordPast},
      {"confermati", "confermare", kMp},
      {"richiamando", "richiamare", kWordGerund},
  };
  for (const VerbCase& c : kCases) EXPECT_TRUE(reads(c)) << c.form << " of " << c.lemma;
}

TEST(VerbForms, AreNotMadeUp) {
  static const VerbCase kCases[] = {
      {"cercerà", "cercare", kWordFuture},
      {"comincierà", "cominciare", kWordFuture},
      {"vincette", "vincere", kHe | kWordPast},
      {"dimettette", "dimettere", kHe | kWordPast},
      {"ventto", "venire", kMs},
      {"esonero", "esonerare", kHe},
      {"esonerò", "esonerare", kI},
      {"e", "essere", kHe},
  };
  for (const VerbCase& c : kCases) EXPECT_FALSE(reads(c)) << c.form;
}

TEST(VerbForms, HoldAtLeastThousandVerbs) {
  std::size_t infinitives = 0;
  for (Index word = 1; word < loaded_lexicon().vocabulary.size(); ++word) {
    if (loaded_lexicon().lexicon.is_lemma(word, PartOfSpeech::kVerb)) ++infinitives;
  }
  EXPECT_GE(infinitives, 1000u);
}

TEST(VerbForms, PronominalInfinitivesNameTheirVerb) {
  EXPECT_EQ(loaded_lexicon().lexicon.verb_of(word_id("dimettersi")), word_id("dimettere"));
  EXPECT_EQ(loaded_lexicon().lexicon.verb_of(word_id("panchina")), 0u);
}

TEST(Accents, TellWordsApartThatFoldingMakesOne) {
  const auto accented = [](const char* word) {
    return Lexicon::accented(scanned(word)[0], loaded_lexicon().vocabulary);
  };
  EXPECT_TRUE(accented("è"));
  EXPECT_TRUE(accented("È"));
  EXPECT_FALSE(accented("e"));
  EXPECT_TRUE(accented("esonerò"));
  EXPECT_FALSE(accented("esonero"));
  EXPECT_FALSE(accented("ESONERO"));
}

std::vector<std::string> inflected(const char* lemma) {
  std::vector<std::string> forms =
      loaded_lexicon().lexicon.inflections(lemma, loaded_lexicon().vocabulary);
  std::sort(forms.begin(), forms.end());
  return forms;
}

TEST(Inflections, OfNounsAdjectivesAndParticiples) {
  using Forms = std::vector<std::string>;
  EXPECT_EQ(inflected("panchina"), (Forms{"panchina", "panchine"}));
  EXPECT_EQ(inflected("vittoria"), (Forms{"vittoria", "vittorie"}));
  EXPECT_EQ(inflected("pareggio"), (Forms{"pareggi", "pareggio"}));
  EXPECT_EQ(inflected("sconfitta"), (Forms{"sconfitta", "sconfitte"}));
  EXPECT_EQ(inflected("girone"), (Forms{"girone", "gironi"}));
  EXPECT_EQ(inflected("uomo"), (Forms{"uomini", "uomo"}));
  EXPECT_EQ(inflected("serie"), (Forms{"serie"}));
  EXPECT_EQ(inflected("classifica"), (Forms{"classifica", "classifiche"}));
  EXPECT_EQ(inflected("esonerato"), (Forms{"esonerata", "esonerate", "esonerati", "esonerato"}));
  EXPECT_EQ(inflected("vittorioso"),
            (Forms{"vittoriosa", "vittoriose", "vittoriosi", "vittorioso"}));
  EXPECT_EQ(inflected("lombardo"), (Forms{"lombarda", "lombarde", "lombardi", "lombardo"}));
  EXPECT_EQ(inflected("zibaldone"), (Forms{"zibaldone", "zibaldoni"}));  // not listed: regular
}

TEST(Demonyms, SayWhereTheyBelong) {
  const auto places = [](const char* word) {
    std::vector<std::string> out;
    for (const Demonym& d : loaded_lexicon().lexicon.demonyms(word_id(word)))
      out.push_back(d.place);
    return out;
  };
  EXPECT_THAT(places("torinese"), testing::Contains("torino"));
  EXPECT_THAT(places("torinesi"), testing::Contains("torino"));
  EXPECT_THAT(places("lombarda"), testing::Contains("Lombardia"));
  EXPECT_THAT(places("russo"), testing::Contains("RU"));
  EXPECT_TRUE(places("panchina").empty());
}

// `la cena`, `il bacio`: of a verb whose present is a noun as often, only what tells a tense.
TEST(VerbForms, LeaveOutThePresentThatIsANounToo) {
  EXPECT_TRUE(reads({"cenarono", "cenare", kThey | kWordPast}));
  EXPECT_TRUE(reads({"cenato", "cenare", kMs}));
  for (const char* form : {"cena", "ceni", "cen"}) {
    EXPECT_FALSE(reads({form, "cenare", 0})) << form;
  }
}

}  // namespace
}  // namespace panchina
