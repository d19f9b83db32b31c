// A sentence and all verb groups of it, each as `lemma voice form tense marks [its words]`.
#include "annotate/verb_groups.h"

#include <gtest/gtest.h>

#include <string>

#include "lexicon/lexicon_fixture.h"

namespace panchina {
namespace {

std::string described(const VerbGroup& group, std::string_view sentence,
                      const std::vector<Token>& tokens) {
  static constexpr const char* kVoices[] = {"active", "passive", "reflexive"};
  static constexpr const char* kForms[] = {"", " participle", " infinitive", " gerund"};
  static constexpr const char* kTenses[] = {
      " present",     " past", " imperfect", " future", " conditional", " past-conditional",
      " subjunctive", ""};
  std::string out(loaded_lexicon().vocabulary.word(group.lemma));
  out += ' ';
  out += kVoices[static_cast<int>(group.voice)];
  out += kForms[static_cast<int>(group.form)];
  out += kTenses[static_cast<int>(group.tense)];
  if (group.person != 0) {
    out += ' ';
    out += std::to_string(group.person) + (group.plural ? "p" : "s");
  }
  if (group.polarity == Polarity::kNegative) out += " not";
  if (group.modality == Modality::kPossible) out += " possible";
  if (group.clitic_object) out += " object";
  if (group.clitic_dative) out += " dative";
  if (group.there) out += " there";
  if (group.reported) out += " reported";
  if (group.unsure) out += " unsure";
  if (group.governor != 0) {
    out += " <";
    out += loaded_lexicon().vocabulary.word(group.governor);
  }
  const auto words = [&](IndexRange range) {
    const std::uint32_t begin = tokens[range.begin].span.begin;
    return std::string(sentence.substr(begin, tokens[range.end - 1].span.end - begin));
  };
  if (!group.auxiliary.empty()) out += " (" + words(group.auxiliary) + ")";
  return out + " [" + words(group.tokens) + "]";
}

std::string groups_of(std::string_view sentence) {
  const std::vector<Token> tokens = scanned(sentence);
  VerbGroups groups(loaded_lexicon().vocabulary, loaded_lexicon().lexicon);
  std::vector<VerbGroup> found;
  groups.find(sentence, tokens, {0, static_cast<Index>(tokens.size())}, found);
  std::string out;
  for (const VerbGroup& group : found) {
    if (!out.empty()) out += "; ";
    out += described(group, sentence, tokens);
  }
  return out;
}

struct GroupCase {
  const char* sentence;
  const char* groups;
};

TEST(VerbGroups, OfPhrases) {
  static const GroupCase kCases[] = {
      {"La società comunica di aver sollevato Rossi e di aver affidato la squadra a Bianchi.",
       "sollevare active past 3s reported <comunicare [comunica di aver sollevato]; affidare "
       "active past 3s reported <comunicare [aver affidato]"},
      {"Il Bari ha reso noto di aver raggiunto l'accordo.",
       "raggiungere active past 3s reported <rendere [ha reso noto di aver raggiunto]"},
      {"Non ha ancora deciso se esonerare Rossi.",
       "decidere active past 3s not [Non ha ancora deciso]; esonerare active infinitive possible "
       "[esonerare]"},
      {"Né Rossi né Bianchi sono stati esonerati.",
       "esonerare passive past 3p not [sono stati esonerati]"},
      {"Nemmeno Rossi è stato esonerato.", "esonerare passive past 3s not [è stato esonerato]"},
      {"Nemmeno un mese dopo Rossi è stato esonerato.",
       "esonerare passive past 3s [è stato esonerato]"},
      {"Non è riuscito a salvare la squadra.",
       "salvare active past 3s not <riuscire [Non è riuscito a salvare]"},
      {"Rossi era vicinissimo a firmare.",
       "firmare active imperfect 3s possible <essere [era vicinissimo a firmare]"},
      {"Continua a essere uno dei migliori.",
       "essere active present 3s <continuare [Continua a essere]"},
      {"Il suo approdo al Bari attraverso un comunicato", ""},
      {"La continua ricerca di punti", ""},
      {"La nuova guida tecnica", ""},
      {"Il Napoli Femminile conferma Rossi.", "confermare active present 3s [conferma]"},
      {"La guidai fino al 1990.", "guidare active past 1s object [La guidai]"},
      {"Poi presi il Lecco.", "prendere active past 1s [presi]"},
      {"I tre punti presi a Lecco", "prendere passive participle past [presi]"},
      {"Ci siamo sentiti ieri.", "sentire reflexive past 1p [Ci siamo sentiti]"},
      {"Ho visto la partita.", "vedere active past 1s [Ho visto]"},
      {"Gli ho detto di no.", "dire active past 1s dative [Gli ho detto]"},
      {"A seguito delle dimissioni di Rossi", ""},
      {"Vi rimane per tre stagioni.", "rimanere active present 3s there [Vi rimane]"},
      {"Mi ha detto subito sì.", "dire active past 3s object [Mi ha detto]"},
      {"Rossi è stato esonerato.", "esonerare passive past 3s [è stato esonerato]"},
      {"Rossi non è stato ancora ufficialmente esonerato.",
       "esonerare passive past 3s not [non è stato ancora ufficialmente esonerato]"},
      {"Rossi è esonerato.", "esonerare passive present 3s [è esonerato]"},
      {"Rossi fu esonerato a marzo.", "esonerare passive past 3s [fu esonerato]"},
      {"Rossi venne esonerato dal Bari.", "esonerare passive past 3s [venne esonerato]"},
      {"Viene esonerato il 3 gennaio 2001.", "esonerare passive present 3s [Viene esonerato]"},
      {"Verrà esonerato domani.", "esonerare passive future 3s [Verrà esonerato]"},
      {"Rossi era stato esonerato a marzo.", "esonerare passive past 3s [era stato esonerato]"},
      {"Rossi sarà esonerato.", "esonerare passive future 3s [sarà esonerato]"},
      {"Rossi sarebbe stato esonerato.",
       "esonerare passive past-conditional 3s possible [sarebbe stato esonerato]"},
      {"Rossi potrebbe essere esonerato.",
       "esonerare passive conditional 3s possible <potere [potrebbe essere esonerato]"},
      {"Rossi potrebbe essere sollevato dall'incarico.",
       "sollevare passive conditional 3s possible <potere [potrebbe essere sollevato]"},
      {"Rossi è stato sollevato dall'incarico.", "sollevare passive past 3s [è stato sollevato]"},
      {"Il Bari ha esonerato Rossi.", "esonerare active past 3s [ha esonerato]"},
      {"Il Bari esonera Rossi.", "esonerare active present 3s [esonera]"},
      {"Il Bari esonerò Rossi.", "esonerare active past 3s [esonerò]"},
      {"Lo hanno esonerato a marzo.", "esonerare active past 3p object [Lo hanno esonerato]"},
      {"L'ha esonerato il presidente.", "esonerare active past 3s object [L'ha esonerato]"},
      {"Il club lo esonera.", "esonerare active present 3s object [lo esonera]"},
      {"Rossi si è dimesso.", "dimettere reflexive past 3s [si è dimesso]"},
      {"Rossi si dimette.", "dimettere reflexive present 3s [si dimette]"},
      {"Rossi si dimise a marzo.", "dimettere reflexive past 3s [si dimise]"},
      {"Rossi non si è dimesso.", "dimettere reflexive past 3s not [non si è dimesso]"},
      {"Mi sono dimesso ieri.", "dimettere reflexive past 1s [Mi sono dimesso]"},
      {"Il Bari comunica di aver affidato la panchina a Rossi.",
       "affidare active past 3s reported <comunicare [comunica di aver affidato]"},
      {"Il club ha comunicato di aver esonerato Rossi.",
       "esonerare active past 3s reported <comunicare [ha comunicato di aver esonerato]"},
      {"La società ha deciso di affidare la squadra a Rossi.",
       "affidare active past 3s <decidere [ha deciso di affidare]"},
      {"La società ha deciso di non confermare Rossi.",
       "confermare active past 3s not <decidere [ha deciso di non confermare]"},
      {"Rossi viene chiamato a guidare la Primavera.",
       "chiamare passive present 3s [viene chiamato]; guidare active infinitive [guidare]"},
      {"Rossi torna ad allenare il Como.",
       "allenare active present 3s <tornare [torna ad allenare]"},
      {"Rossi è tornato ad allenare.", "allenare active past 3s <tornare [è tornato ad allenare]"},
      {"Rossi, esonerato a marzo, ha firmato con il Lecce.",
       "esonerare passive participle past [esonerato]; firmare active past 3s [ha firmato]"},
      {"Esonerato Rossi, arriva Bianchi.",
       "esonerare passive participle past [Esonerato]; arrivare active present 3s [arriva]"},
      {"Dopo aver guidato il Bari, Rossi allena il Lecce.",
       "guidare active infinitive past [aver guidato]; allenare active present 3s [allena]"},
      {"Rossi rischia di essere esonerato.",
       "esonerare passive present 3s possible <rischiare [rischia di essere esonerato]"},
      {"Rossi sembra vicino all'addio.", "sembrare active present 3s [sembra]"},
      {"Rossi è vicino a firmare con il Bari.",
       "firmare active present 3s possible <essere [è vicino a firmare]"},
      {"Rossi sta per lasciare il Bari.",
       "lasciare active present 3s possible <stare [sta per lasciare]"},
      {"Rossi sta trattando con il Bari.", "trattare active present 3s [sta trattando]"},
      {"Il Bari smentisce di aver contattato Rossi.",
       "contattare active past 3s not <smentire [smentisce di aver contattato]"},
      {"Rossi ha rifiutato di allenare il Bari.",
       "allenare active past 3s not <rifiutare [ha rifiutato di allenare]"},
      {"Nessuno ha esonerato Rossi.", "esonerare active past 3s not [ha esonerato]"},
      {"Rossi non ha mai allenato in Serie A.",
       "allenare active past 3s not [non ha mai allenato]"},
      {"Rossi mai ha perso in casa.", "perdere active past 3s not [ha perso]"},
      {"Il Bari non cambia niente e conferma Rossi.",
       "cambiare active present 3s not [non cambia]; confermare active present 3s [conferma]"},
      {"Il presidente non vuole esonerare Rossi.",
       "esonerare active present 3s not possible <volere [non vuole esonerare]"},
      {"Rossi ha dovuto lasciare la panchina.",
       "lasciare active past 3s <dovere [ha dovuto lasciare]"},
      {"Rossi dovette lasciare la panchina.", "lasciare active past 3s <dovere [dovette lasciare]"},
      {"Rossi dovrebbe restare.",
       "restare active conditional 3s possible <dovere [dovrebbe restare]"},
      {"Rossi deve vincere.", "vincere active present 3s possible <dovere [deve vincere]"},
      {"Il Bari ha vinto 2-1.", "vincere active past 3s [ha vinto]"},
      {"Il Bari vinse lo scudetto.", "vincere active past 3s [vinse]"},
      {"L'anno dopo avrebbe vinto lo scudetto.",
       "vincere active past-conditional 3s possible [avrebbe vinto]"},
      {"La guida tecnica è stata affidata a Rossi.", "affidare passive past 3s [è stata affidata]"},
      {"Alla guida del Bari c'è Rossi.", "essere active present 3s there [c'è]"},
      {"Rossi guida il Bari dal 2004.", "guidare active present 3s [guida]"},
      {"L'allenatore Rossi guida la squadra.", "guidare active present 3s [guida]"},
      {"L'esonero di Rossi è ufficiale.", "essere active present 3s [è]"},
      {"La sconfitta con il Bari costa la panchina a Rossi.", "costare active present 3s [costa]"},
      {"Il Bari, sconfitto dal Lecce, è ultimo.",
       "sconfiggere passive participle past [sconfitto]; essere active present 3s [è]"},
      {"Rossi firma un contratto biennale.", "firmare active present 3s [firma]"},
      {"La firma di Rossi arriva domani.", "arrivare active present 3s [arriva]"},
      {"Rossi ha firmato fino al 2020.", "firmare active past 3s [ha firmato]"},
      {"Tre anni fa Rossi allenava il Como.", "allenare active imperfect 3s [allenava]"},
      {"Nato a Como nel 1964, Rossi ha giocato nel Bari.",
       "nascere active participle past [Nato]; giocare active past 3s [ha giocato]"},
      {"Rossi è nato a Como.", "nascere active past 3s [è nato]"},
      {"Rossi è subentrato a Bianchi.", "subentrare active past 3s [è subentrato]"},
      {"Rossi subentra a Bianchi.", "subentrare active present 3s [subentra]"},
      {"Rossi ha sostituito Bianchi.", "sostituire active past 3s [ha sostituito]"},
      {"Bianchi è stato sostituito da Rossi.", "sostituire passive past 3s [è stato sostituito]"},
      {"Al suo posto arriva Rossi.", "arrivare active present 3s [arriva]"},
      {"Rossi è stato, a sorpresa, esonerato.", "esonerare passive past 3s (è stato) [esonerato]"},
      {"Rossi è stato nel pomeriggio esonerato dal Bari.",
       "esonerare passive past 3s (è stato) [esonerato]"},
      {"Il Bari ha ufficialmente sollevato Rossi.",
       "sollevare active past 3s [ha ufficialmente sollevato]"},
      {"Esonerandolo, il Bari ha scelto Bianchi.",
       "esonerare active gerund object [Esonerandolo]; scegliere active past 3s [ha scelto]"},
      {"Dimettendosi, Rossi rinuncia al contratto.",
       "dimettere reflexive gerund [Dimettendosi]; rinunciare active present 3s [rinuncia]"},
      {"Il Bari vuole richiamarlo.",
       "richiamare active present 3s possible object <volere [vuole richiamarlo]"},
      {"Il Bari ha affidato a Rossi la panchina.", "affidare active past 3s [ha affidato]"},
      {"Gli è stata affidata la squadra.",
       "affidare passive past 3s dative [Gli è stata affidata]"},
      {"Gli ha affidato la squadra.", "affidare active past 3s dative [Gli ha affidato]"},
      {"La squadra è stata affidata a Rossi.", "affidare passive past 3s [è stata affidata]"},
      {"Rossi resterà fino al 2020.", "restare active future 3s [resterà]"},
      {"Rossi ha risolto il contratto.", "risolvere active past 3s [ha risolto]"},
      {"Rossi e il Bari hanno risolto consensualmente il contratto.",
       "risolvere active past 3p [hanno risolto]"},
      {"Il contratto scade nel 2020.", "scadere active present 3s [scade]"},
      {"Il contratto scaduto a giugno non è stato rinnovato.",
       "scadere active participle past [scaduto]; rinnovare passive past 3s not [non è stato "
       "rinnovato]"},
      {"Rossi avrebbe firmato con il Bari.",
       "firmare active past-conditional 3s possible [avrebbe firmato]"},
      {"Il Bari avrebbe deciso di esonerare Rossi.",
       "esonerare active past-conditional 3s possible <decidere [avrebbe deciso di esonerare]"},
      {"Il Bari valuta di esonerare Rossi.",
       "esonerare active present 3s possible <valutare [valuta di esonerare]"},
      {"Il Bari pensa di richiamare Rossi.",
       "richiamare active present 3s possible <pensare [pensa di richiamare]"},
      {"Se dovesse perdere, Rossi sarebbe esonerato.",
       "perdere active subjunctive 3s possible <dovere [dovesse perdere]; esonerare passive "
       "conditional 3s possible [sarebbe esonerato]"},
      {"Sia come calciatore sia come allenatore.", ""},
      {"Pare che Rossi sia stato esonerato.",
       "parere active present 3s [Pare]; esonerare passive subjunctive 3s possible [sia stato "
       "esonerato]"},
      {"Senza vincere da due mesi.", "vincere active infinitive not [vincere]"},
      {"Finché non sarà esonerato, Rossi allena.",
       "esonerare passive future 3s [non sarà esonerato]; allenare active present 3s [allena]"},
      {"Rossi non ha solo vinto.", "vincere active past 3s [non ha solo vinto]"},
      {"Non è più l'allenatore del Bari.", "essere active present 3s not [Non è]"},
      {"Rossi è l'allenatore del Bari.", "essere active present 3s [è]"},
      {"Rossi era l'allenatore del Bari.", "essere active imperfect 3s [era]"},
      {"Rossi diventa allenatore del Bari.", "diventare active present 3s [diventa]"},
      {"Rossi è diventato il tecnico del Bari.", "diventare active past 3s [è diventato]"},
      {"Rossi ha 44 anni.", "avere active present 3s [ha]"},
      {"Rossi ha 44 anni, nato a Bari.",
       "avere active present 3s [ha]; nascere active participle past [nato]"},
      {"La squadra allenata da Rossi vince.",
       "allenare passive participle past [allenata]; vincere active present 3s [vince]"},
      {"Conte lascia la Juventus.", "lasciare active present 3s [lascia]"},
      {"Guido Rossi allena il Bari.", "allenare active present 3s [allena]"},
      {"Rossi sostituisce l'esonerato Bianchi.",
       "sostituire active present 3s [sostituisce]; esonerare passive participle past [esonerato]"},
      {"Rossi ha preso il posto di Bianchi.", "prendere active past 3s [ha preso]"},
      {"Rossi prende il posto dell'esonerato Bianchi.",
       "prendere active present 3s [prende]; esonerare passive participle past [esonerato]"},
      {"Rossi assume la guida del Bari.", "assumere active present 3s [assume]"},
      {"Rossi assunse la guida del Bari nel 1999.", "assumere active past 3s [assunse]"},
      {"Rossi è stato confermato.", "confermare passive past 3s [è stato confermato]"},
      {"Rossi confermato in panchina.", "confermare passive participle past [confermato]"},
      {"Rossi rinnova fino al 2020.", "rinnovare active present 3s [rinnova]"},
      {"Le parti hanno prolungato il contratto.", "prolungare active past 3p [hanno prolungato]"},
      {"Rossi ha prolungato.", "prolungare active past 3s [ha prolungato]"},
      {"Rossi ha appena firmato.", "firmare active past 3s [ha appena firmato]"},
      {"Rossi verrebbe esonerato.",
       "esonerare passive conditional 3s possible [verrebbe esonerato]"},
      {"Rossi può essere esonerato.",
       "esonerare passive present 3s possible <potere [può essere esonerato]"},
      {"Rossi poté tornare.", "tornare active past 3s <potere [poté tornare]"},
      {"Rossi ha saputo vincere.", "vincere active past 3s <sapere [ha saputo vincere]"},
      {"Rossi ha intenzione di lasciare.",
       "lasciare active present 3s possible <avere [ha intenzione di lasciare]"},
      {"Rossi è pronto a tornare in panchina.",
       "tornare active present 3s possible <essere [è pronto a tornare]"},
      {"Rossi è in procinto di firmare.",
       "firmare active present 3s possible <essere [è in procinto di firmare]"},
      {"Rossi è a un passo dal firmare.",
       "firmare active present 3s possible <essere [è a un passo dal firmare]"},
      {"Il tecnico lascia.", "lasciare active present 3s [lascia]"},
      {"Rossi dà le dimissioni.", "dare active present 3s [dà]"},
      {"Rossi ha dato le dimissioni.", "dare active past 3s [ha dato]"},
      {"Rossi ha rassegnato le dimissioni.", "rassegnare active past 3s [ha rassegnato]"},
      {"Le dimissioni rassegnate da Rossi sono state accettate.",
       "rassegnare passive participle past [rassegnate]; accettare passive past 3p [sono state "
       "accettate]"},
      {"Rossi fa il suo ritorno al Bari.", "fare active present 3s [fa]"},
      {"La partita finisce 2-1.", "finire active present 3s [finisce]"},
      {"La partita è finita 2-1.", "finire active past 3s [è finita]"},
      {"Il Bari pareggia con il Lecce.", "pareggiare active present 3s [pareggia]"},
      {"Il pareggio con il Lecce.", ""},
      {"Il Bari ha pareggiato 1-1.", "pareggiare active past 3s [ha pareggiato]"},
      {"Il Bari perde in casa.", "perdere active present 3s [perde]"},
      {"Il Bari ha perso 2-0.", "perdere active past 3s [ha perso]"},
      {"Cinque vittorie, tre pareggi e due sconfitte.", ""},
      {"Il Bari batte il Lecce.", "battere active present 3s [batte]"},
      {"Il Lecce è stato battuto dal Bari.", "battere passive past 3s [è stato battuto]"},
      {"Il Bari espugna Lecce.", "espugnare active present 3s [espugna]"},
      {"Ecco chi allenerà il Bari.", "allenare active future 3s [allenerà]"},
      {"Rossi allenerà il Bari.", "allenare active future 3s [allenerà]"},
      {"Chi sostituirà Rossi?", "sostituire active future 3s [sostituirà]"},
      {"Rossi ha vinto lo scudetto ed è stato premiato.",
       "vincere active past 3s [ha vinto]; premiare passive past 3s [è stato premiato]"},
      {"Rossi, che ha allenato il Bari, torna.",
       "allenare active past 3s [ha allenato]; tornare active present 3s [torna]"},
      {"Essendo stato esonerato, Rossi riposa.",
       "esonerare passive gerund past [Essendo stato esonerato]; riposare active present 3s "
       "[riposa]"},
      {"Avendo vinto, il Bari sale.",
       "vincere active gerund past [Avendo vinto]; salire active present 3s [sale]"},
      {"Per aver vinto, il Bari sale al terzo posto.",
       "vincere active infinitive past [aver vinto]; salire active present 3s [sale]"},
      {"È ufficiale: Rossi è il nuovo allenatore.",
       "essere active present 3s [È]; essere active present 3s [è]"},
      {"ROSSI ESONERATO", "esonerare passive participle past [ESONERATO]"},
      {"ESONERO PER ROSSI", ""},
      {"Bari, esonerato Rossi", "esonerare passive participle past [esonerato]"},
      {"Ascoli: esonerato Petrone", "esonerare passive participle past [esonerato]"},
      {"Il Bari cambia: via Rossi, arriva Bianchi.",
       "cambiare active present 3s [cambia]; arrivare active present 3s [arriva]"},
      {"Rossi conferma: resto al Bari.",
       "confermare active present 3s unsure [conferma]; restare active present 1s [resto]"},
      {"La conferma di Rossi.", ""},
      {"Il Bari si affida a Rossi.", "affidare reflexive present 3s [si affida]"},
      {"La società si è affidata a Rossi.", "affidare reflexive past 3s [si è affidata]"},
      {"Rossi ha deciso di provare a tornare ad allenare.",
       "allenare active past 3s possible <decidere [ha deciso di provare a tornare ad allenare]"},
      {"Rossi è stato ingaggiato dal Bari.", "ingaggiare passive past 3s [è stato ingaggiato]"},
      {"Il Bari ha ingaggiato Rossi.", "ingaggiare active past 3s [ha ingaggiato]"},
      {"Rossi viene nominato allenatore.", "nominare passive present 3s [viene nominato]"},
      {"Rossi è chiamato a sostituire Bianchi.",
       "chiamare passive present 3s [è chiamato]; sostituire active infinitive [sostituire]"},
      {"Se ne va Rossi.", "andare active present 3s [Se ne va]"},
      {"Rossi se ne è andato.", "andare active past 3s [se ne è andato]"},
      {"Rossi sembra destinato a lasciare.",
       "lasciare active present 3s possible <sembrare [sembra destinato a lasciare]"},
      {"Rossi vicino a firmare con il Bari.", "firmare active infinitive possible [firmare]"},
      {"Il contratto è stato cambiato.", "cambiare passive past 3s [è stato cambiato]"},
      {"È cambiato tutto.", "cambiare active past 3s [È cambiato]"},
      {"Nega che sia stato esonerato.",
       "negare active present 3s [Nega]; esonerare passive subjunctive 3s not [sia stato "
       "esonerato]"},
      {"Il Bari lo ha sollevato dall'incarico.",
       "sollevare active past 3s object [lo ha sollevato]"},
      {"Rossi ha lasciato il Bari.", "lasciare active past 3s [ha lasciato]"},
      {"Rossi lascia il Bari.", "lasciare active present 3s [lascia]"},
      {"Rossi non sarà più l'allenatore.", "essere active future 3s not [non sarà]"},
      {"Il club ringrazia Rossi.", "ringraziare active present 3s [ringrazia]"},
      {"Rossi rescinde.", "rescindere active present 3s [rescinde]"},
      {"Rossi ha rescisso il contratto con il Bari.", "rescindere active past 3s [ha rescisso]"},
      {"Rossi subentrò a Bianchi nel 1999.", "subentrare active past 3s [subentrò]"},
      {"Nel 1999 subentra a Bianchi, esonerato dopo cinque giornate.",
       "subentrare active present 3s [subentra]; esonerare passive participle past [esonerato]"},
      {"Sollevato dall'incarico, Rossi ha atteso.",
       "sollevare passive participle past [Sollevato]; attendere active past 3s [ha atteso]"},
      {"Inizia la carriera nel Bari.", "iniziare active present 3s [Inizia]"},
      {"Conquista la promozione in Serie B.", "conquistare active present 3s [Conquista]"},
      {"Ha conquistato la promozione.", "conquistare active past 3s [Ha conquistato]"},
      {"Ottiene dieci vittorie.", "ottenere active present 3s [Ottiene]"},
      {"Il 3 maggio passa al Lecce.", "passare active present 3s [passa]"},
      {"È passato al Lecce.", "passare active past 3s [È passato]"},
      {"Cresciuto nelle giovanili del Bari.", "crescere active participle past [Cresciuto]"},
  };
  for (const GroupCase& c : kCases) EXPECT_EQ(groups_of(c.sentence), c.groups) << c.sentence;
}

}  // namespace
}  // namespace panchina
