// Pages of our own, line by line with the label that each piece must get.
#include <gtest/gtest.h>

#include "segment/block_rule_tests.h"
#include "segment/stages.h"

namespace panchina {
namespace {

constexpr const char* kParagraph =
    "Il tecnico ha diretto il primo allenamento con la squadra, poi ha parlato ai giornalisti "
    "della "
    "partita che si gioca domenica in casa contro la capolista.";

// Blocks as `label: text`, line ends as `/`, a new section as `==`; `...` for the paragraph.
std::string shown(const std::string& page) {
  std::string text = page;
  for (std::size_t at = text.find("..."); at != std::string::npos; at = text.find("...", at + 3))
    text.replace(at, 3, kParagraph);
  const Stages& stages = Stages::get();
  Document document = stages.scanned(text);
  stages.segmenter().segment(document);
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.section > 0 && document.sections[block.section].blocks.begin ==
                                 static_cast<Index>(&block - document.blocks.data()))
      out += "==\n";
    std::string part(document.text.norm(block.span));
    for (char& c : part) c = c == '\n' ? '/' : c;
    out += std::string(to_string(block.label)) + ": " + (part == kParagraph ? "..." : part) + "\n";
  }
  return out;
}

TEST(Segmenter, LabelsThePiecesOfAPage) {
  const struct {
    const char* name;
    const char* page;
    const char* blocks;
  } cases[] = {
      {"menu, trail, title twice, byline, date, comments",
       "HomeSerie ASerie BSerie CVideo\n• Club\n• Bari, ecco il nuovo tecnico\n\nBari, ecco il "
       "nuovo "
       "tecnico\n\ndi Redazione\n\nmartedì 12 marzo 2024\n\n...\n\nCommenti\n\nmario\nmartedì 12 "
       "marzo 2024\n\nEra ora, finalmente un tecnico vero per la nostra squadra",
       "navigation: HomeSerie ASerie BSerie CVideo/• Club/• Bari, ecco il nuovo tecnico\n"
       "title: Bari, ecco il nuovo tecnico\nbyline: di Redazione\ndateline: martedì 12 marzo 2024\n"
       "body: ...\ncomments: Commenti//mario/martedì 12 marzo 2024//Era ora, finalmente un tecnico "
       "vero per la nostra squadra\n"},
      {"a menu with an item a line",
       "Home\nSerie A\nChi siamo\nCalciomercato\nVideo\nContatti\n\nBari, ecco il nuovo tecnico\n\n"
       "...\n",
       "navigation: Home/Serie A/Chi siamo/Calciomercato/Video/Contatti\n"
       "title: Bari, ecco il nuovo tecnico\nbody: ...\n"},
      {"... above a sentence as title",
       "Home\nSerie A\nCalciomercato\nVideo\nContatti\n\nDopo una settimana di colloqui arriva la "
       "scelta che tutta la tifoseria di casa aspettava da mesi\n\ndi Redazione\n\n...\n",
       "navigation: Home/Serie A/Calciomercato/Video/Contatti\ntitle: Dopo una settimana di "
       "colloqui arriva la scelta che tutta la tifoseria di casa aspettava da mesi\nbyline: di "
       "Redazione\nbody: ...\n"},
      {"... is no menu with few of its words",
       "Sport\nSalvezza vicina\nBari in festa\nParla il tecnico\n\n...\n",
       "title: Sport\nheading: Salvezza vicina/Bari in festa/Parla il tecnico\nbody: ...\n"},
      {"sentences that have a line each are one paragraph",
       "Il saluto del tecnico\n\n...\nPoi è andato via.\n\nIl giorno dopo è "
       "tornato.\nNessuno lo aspettava.\n",
       "title: Il saluto del tecnico\nbody: Il tecnico ha diretto il primo allenamento con la "
       "squadra, poi ha parlato ai giornalisti della partita che si gioca domenica in casa contro "
       "la capolista./Poi è andato via.\n"
       "body: Il giorno dopo è tornato./Nessuno lo aspettava.\n"},
      {"... and where an empty line stands behind each",
       "Il saluto del tecnico\n\n...\n\nPoi è andato via. Era sera.\n\n"
       "Il giorno dopo è tornato.\n\nNessuno lo aspettava.\n",
       "title: Il saluto del tecnico\nbody: ...\nbody: Poi è andato via. Era sera.\n"
       "body: Il giorno dopo è tornato.//Nessuno lo aspettava.\n"},
      {"towns that lines begin with, one below the other, are no datelines",
       "Il giro delle panchine\n\n...\n\nGIRONE A\nBari - Nessuna rivoluzione in vista, confermato "
       "il tecnico che ha vinto il girone.\nCosenza - Nessuna rivoluzione in vista, confermato il "
       "tecnico che ha vinto il girone.\n",
       "title: Il giro delle panchine\nbody: ...\nheading: GIRONE A/Bari -\nbody: Nessuna "
       "rivoluzione "
       "in vista, confermato il tecnico che ha vinto il girone.\n==\nheading: Cosenza -\nbody: "
       "Nessuna rivoluzione in vista, confermato il tecnico che ha vinto il girone.\n"},
      {"nor is one above two lines that clubs begin with",
       "Il giro delle panchine\n\nCosenza - Nessuna rivoluzione in vista, confermato il tecnico "
       "che "
       "ha vinto il girone.\nPistoiese - Nessuna rivoluzione.\nJuventus - Nessuna novità.\n",
       "title: Il giro delle panchine\nheading: Cosenza -\nbody: Nessuna rivoluzione in vista, "
       "confermato il tecnico che ha vinto il girone.\nbody: Pistoiese - Nessuna "
       "rivoluzione.\nbody: Juventus - Nessuna novità.\n"},
      {"... but above one of them it is",
       "Il giro delle panchine\n\nCosenza - Nessuna rivoluzione in vista, confermato il tecnico "
       "che "
       "ha vinto il girone.\nPistoiese - Nessuna rivoluzione.\nNessuna novità.\n",
       "title: Il giro delle panchine\ndateline: Cosenza -\nbody: Nessuna rivoluzione in vista, "
       "confermato il tecnico che ha vinto il girone.\nbody: Pistoiese - Nessuna "
       "rivoluzione.\nbody: Nessuna novità.\n"},
      {"the page's own date", "Mer. 01 Mag. 2024\nHomeSport\nBari, ecco il nuovo tecnico\n\n...\n",
       "page_date: Mer. 01 Mag. 2024\nnavigation: HomeSport\ntitle: Bari, ecco il nuovo tecnico\n"
       "body: ...\n"},
      {"place, date and agency before the text",
       "Bologna, vince la Coppa Italia\n\nROMA, 17 MAG (ips) - ...",
       "title: Bologna, vince la Coppa Italia\ndateline: ROMA, 17 MAG (ips) -\nbody: ...\n"},
      {"a place in capitals, then headings in the line",
       "Bari, ecco il nuovo tecnico\n\nBARI - ...\n\nLA CARRIERA - ...\n\nIL FUTURO. ...",
       "title: Bari, ecco il nuovo tecnico\ndateline: BARI -\nbody: ...\nheading: LA CARRIERA -\n"
       "body: ...\nheading: IL FUTURO.\nbody: ...\n"},
      {"the two of a match in capitals, then its tale",
       "Il resoconto di ieri\n\nLECCE - BARI 1-1. ...\n\nPISA - SIENA 3-2. ...",
       "title: Il resoconto di ieri\nheading: LECCE - BARI 1-1.\nbody: ...\nheading: PISA - SIENA "
       "3-2.\nbody: ...\n"},
      {"a heading before a long dash, a caption under the text",
       "Bari, ecco il nuovo tecnico\n\n...\n\nLe esperienze da allenatore — ...\n\nMario "
       "Neri\n\nCommenti\n\n"
       "Il tecnico ha diretto il primo allenamento con la squadra e poi ha parlato ai giornalisti "
       "di tutto.",
       "title: Bari, ecco il nuovo tecnico\nbody: ...\nheading: Le esperienze da allenatore "
       "-\nbody: "
       "...\ncaption: Mario Neri\ncomments: Commenti//Il tecnico ha diretto il primo allenamento "
       "con la "
       "squadra e poi ha parlato ai giornalisti di tutto.\n"},
      {"lists and tables of a page without text: bullets that come again are no trail",
       "# Dati del Bari\n\n### Allenatori storici\n- 1979-1981: Aldo Bini\n- 1982-1983: Ugo "
       "Neri\n\n---\n\n| Ruolo | Nome |\n|---|---|\n| Allenatore | BINI Aldo |\n\n---\n",
       "title: # Dati del Bari\nheading: ### Allenatori storici\nlist: - 1979-1981: Aldo Bini/- "
       "1982-1983: Ugo Neri\nboilerplate: ---\ntable: | Ruolo | Nome |\nboilerplate: |---|---|\n"
       "table: | Allenatore | BINI Aldo |\nboilerplate: ---\n"},
      {"results, standing, rows without a number",
       "Il Bari vola\n\n...\n\nI RISULTATI\nBari-Lecce 1-0\nPisa-Siena 2-2 (1-2)\nProdo-Massa "
       "n.d.\n\n"
       "LA CLASSIFICA\nBari 52\nLecce* 45\nPisa 44\n",
       "title: Il Bari vola\nbody: ...\nheading: I RISULTATI\ntable: Bari-Lecce 1-0/Pisa-Siena 2-2 "
       "(1-2)/Prodo-Massa n.d.\nheading: LA CLASSIFICA\ntable: Bari 52/Lecce* 45/Pisa 44\n"},
      {"a numbered standing",
       "Il Bari vola\n\n...\n\nLA CLASSIFICA (fra parentesi le gare)\n 1. Bari 52 (13)\n 2. Lecce* "
       "45 "
       "(12)\n10. Città di Castello 5 (13)\n\n...\n",
       "title: Il Bari vola\nbody: ...\nheading: LA CLASSIFICA (fra parentesi le gare)\ntable: 1. "
       "Bari 52 (13)/ 2. Lecce* 45 (12)/10. Città di Castello 5 (13)\nbody: ...\n"},
      {"a standing in one line",
       "Il Bari vola\n\n...\n\nCLASSIFICA: Verona 36; Treviso e Torino 33; Reggina 30; Brescia "
       "28.\n",
       "title: Il Bari vola\nbody: ...\nheading: CLASSIFICA:\ntable: Verona 36; Treviso e Torino "
       "33; "
       "Reggina 30; Brescia 28.\n"},
      {"line-ups with their notes",
       "Il Bari vola\n\n...\n\nBARI (4-3-3): Neri; Conti, Riva, Sala, Monti; Gallo, Boni, Serra; "
       "Testa, "
       "Ricci, Costa (9' st Lodi). All. Valli.\nArbitro: Piva di Lecco.\nReti: 6' Costa.\n",
       "title: Il Bari vola\nbody: ...\nlineup: BARI (4-3-3): Neri; Conti, Riva, Sala, Monti; "
       "Gallo, "
       "Boni, Serra; Testa, Ricci, Costa (9' st Lodi). All. Valli./Arbitro: Piva di Lecco./Reti: "
       "6' "
       "Costa.\n"},
      {"a line-up with a mark for each",
       "Il Bari vola\n\n...\n\nBARI: Neri 6, Conti 5.5, Riva 6, Sala 5, Monti 6.5, Gallo 7, Boni "
       "6, Serra sv.\nAllenatore: Valli 6\n",
       "title: Il Bari vola\nbody: ...\nlineup: BARI: Neri 6, Conti 5.5, Riva 6, Sala 5, Monti "
       "6.5, Gallo 7, Boni 6, Serra sv./Allenatore: Valli 6\n"},
      {"marks that never rise are points",
       "Il Bari vola\n\n...\n\nGIRONE A: Bari 9, Lecco 9, Como 8, Riva 7, Sala 6, Monti 5, Gallo "
       "4, Boni 2.\n",
       "title: Il Bari vola\nbody: ...\nheading: GIRONE A:\ntable: Bari 9, Lecco 9, Como 8, Riva "
       "7, Sala 6, "
       "Monti 5, Gallo 4, Boni 2.\n"},
      {"a line-up inside a paragraph",
       "Il Bari vola\n\n... Ecco la squadra: (3-4-2-1) - Neri; Conti, Riva, Sala; Monti, Gallo, "
       "Boni, "
       "Serra; Testa, Ricci; Costa. Allenatore: Valli.",
       nullptr},
      {"careers with tabs",
       "NERI "
       "MARIO\n\nCARRIERA\nSTAG.\tSQUADRA\tCAT.\tPR.\n1989/"
       "90\tBari\tB\t26\n1990-93\tLecce\tA\t88\n",
       "title: NERI MARIO\nheading: CARRIERA\ntable: "
       "STAG.\tSQUADRA\tCAT.\tPR./1989/90\tBari\tB\t26/"
       "1990-93\tLecce\tA\t88\n"},
      {"a newsletter has a section an item",
       "PANCHINE\nLa newsletter - n. 112 - 5 novembre 2024\n\n1. BARI, IL TERZO UOMO\n...\n\n2. "
       "CHIETI, "
       "CHI FA DA SÉ\n...\n\nIN PILLOLE\n• Vado: ha un nuovo preparatore atletico.\n",
       "title: PANCHINE\ndateline: La newsletter - n. 112 - 5 novembre 2024\n==\nheading: 1. BARI, "
       "IL "
       "TERZO UOMO\nbody: ...\n==\nheading: 2. CHIETI, CHI FA DA SÉ\nbody: ...\n==\nheading: IN "
       "PILLOLE\nlist: • Vado: ha un nuovo preparatore atletico.\n"},
      {"a tag page has a section an article",
       "Cosenza, via il tecnico\n\nCOSENZA - ...\n\nCosenza, ecco il nuovo tecnico\n\nCOSENZA - "
       "...",
       "title: Cosenza, via il tecnico\ndateline: COSENZA -\nbody: ...\n==\nheading: Cosenza, ecco "
       "il "
       "nuovo tecnico\ndateline: COSENZA -\nbody: ...\n"},
      {"dated items have a section each",
       "PANCHINE\n\n16 ottobre 2018\nBARI, FIRMA IL TECNICO\n...\n\n15 ottobre 2018\nLECCO, VIA "
       "IL TECNICO\n...\n",
       "heading: PANCHINE\ndateline: 16 ottobre 2018\ntitle: BARI, FIRMA IL TECNICO\nbody: ...\n"
       "==\ndateline: 15 ottobre 2018\nheading: LECCO, VIA IL TECNICO\nbody: ...\n"},
      {"agency takes of one story are one section",
       "VERONA, VIA IL TECNICO -2-\n(Ilsp) Verona, 4 mar. - Ore 11,58 - ...\n--\nVERONA, VIA IL "
       "TECNICO "
       "-3-\n(Ilsp) Verona, 4 mar. - Ore 13,20 - ...\n",
       "title: VERONA, VIA IL TECNICO -2-\ndateline: (Ilsp) Verona, 4 mar. - Ore 11,58 -\nbody: "
       "...\n"
       "boilerplate: --\nheading: VERONA, VIA IL TECNICO -3-\ndateline: (Ilsp) Verona, 4 mar. - "
       "Ore "
       "13,20 -\nbody: ...\n"},
      {"hard-wrapped lines are joined",
       "Cesena, il tecnico se ne va\n\nIl tecnico ha diretto il primo allenamento con\nla squadra, "
       "poi ha "
       "parlato ai giornalisti della\npartita che si gioca domenica in casa contro la\ncapolista. "
       "Poi "
       "la firma del nuovo contratto e la\nfoto di rito con i dirigenti del club.\n",
       "title: Cesena, il tecnico se ne va\nbody: Il tecnico ha diretto il primo allenamento "
       "con/la "
       "squadra, poi ha parlato ai giornalisti della/partita che si gioca domenica in casa contro "
       "la/capolista. Poi la firma del nuovo contratto e la/foto di rito con i dirigenti del "
       "club.\n"},
      {"the width of wrapped lines is in characters, not bytes",
       "Cesena, il tecnico se ne va\n\nPerché così è più giù: il tecnico è andato via con\nla "
       "squadra, "
       "poi ha parlato ai giornalisti della\npartita che si gioca domenica in casa contro\nla "
       "capolista. È finita la conferenza di Mario\nBevilacqua, che firma un nuovo contratto e la\n"
       "foto di rito con i dirigenti del club.\n",
       "title: Cesena, il tecnico se ne va\nbody: Perché così è più giù: il tecnico è andato via "
       "con/la squadra, poi ha parlato ai giornalisti della/partita che si gioca domenica in casa "
       "contro/la capolista. È finita la conferenza di Mario/Bevilacqua, che firma un nuovo "
       "contratto e la/foto di rito con i dirigenti del club.\n"},
      {"a wrapped line may open with a number, but with no numbering",
       "Cesena, il tecnico se ne va\n\nIl tecnico ha diretto la squadra qui dal luglio\n1952 e "
       "poi ha parlato ai giornalisti della gara che si\ngioca domenica in casa contro la "
       "capolista fin da\nquando tutto finì con la firma del nuovo contratto\n2. la foto di rito "
       "con i dirigenti\n",
       "title: Cesena, il tecnico se ne va\nbody: Il tecnico ha diretto la squadra qui dal "
       "luglio/1952 e poi ha parlato ai giornalisti della gara che si/gioca domenica in casa "
       "contro la capolista fin da/quando tutto finì con la firma del nuovo contratto\nbody: 2. la "
       "foto di rito con i dirigenti\n"},
      {"a narrow column of an old paper, with words divided",
       "Il Lecco licenzia il tecnico\n\n   Se ne parlava da giorni, e ora la nota\nha messo la "
       "parola fine. Aldo Neri, per\ntutti il maestro, che dal mese di luglio del\n'53 reggeva le "
       "sorti, non è più il tecni-\nco della squadra. Il Consiglio si è riunito a\nLecco (e prima "
       "a "
       "Como) e ne ha deliberato il\nlicenziamento.\n",
       "title: Il Lecco licenzia il tecnico\nbody: Se ne parlava da giorni, e ora la nota/ha messo "
       "la parola fine. Aldo Neri, per/tutti il maestro, che dal mese di luglio del/'53 reggeva le "
       "sorti, non è più il tecnico/della squadra. Il Consiglio si è riunito a/Lecco (e prima a "
       "Como) e ne ha deliberato il/licenziamento.\n"},
      {"two blanks behind a mark make no column",
       "Bari, il nuovo tecnico\n\n...\nMister:  giovanili Bari (1998-03),  Lecce (2006-08),  Pisa "
       "(2009).\n...\n",
       "title: Bari, il nuovo tecnico\nbody: ...\nbody: Mister:  giovanili Bari (1998-03),  Lecce "
       "(2006-08),  Pisa (2009).\nbody: ...\n"},
      {"rows of a career with months in them",
       "Bari, il nuovo tecnico\n\n...\n\nDA GIOCATORE\n1993-97 Pisa 118-11\n1997-nov. '99 Lecce "
       "70-6\nnov. '99-2003 Como 112-4\n2003-05 Bari 51-3\n",
       "title: Bari, il nuovo tecnico\nbody: ...\nheading: DA GIOCATORE\ntable: 1993-97 Pisa "
       "118-11/1997-nov. '99 Lecce 70-6/nov. '99-2003 Como 112-4/2003-05 Bari 51-3\n"},
      {"the writer's own life",
       "Bari, ecco il nuovo tecnico\nNato a Terni il 6 maggio 1976, lavora come giornalista e "
       "scrive "
       "di calcio per questo sito.\n\n...",
       "title: Bari, ecco il nuovo tecnico\nbyline: Nato a Terni il 6 maggio 1976, lavora come "
       "giornalista e scrive di calcio per questo sito.\nbody: ...\n"},
      {"related links, rights, poll to the end",
       "Bari, ecco il nuovo tecnico\n\n...\n\nMario Neri\n9 febbraio 2021\n\nLEGGI ANCHE: "
       "Lecce-Pisa "
       "3-0\n© RIPRODUZIONE RISERVATA\nSONDAGGIO\nChi vorresti?\nA) Neri\n",
       "title: Bari, ecco il nuovo tecnico\nbody: ...\ncaption: Mario Neri\ndateline: 9 febbraio "
       "2021\n"
       "related: LEGGI ANCHE: Lecce-Pisa 3-0\nboilerplate: © RIPRODUZIONE RISERVATA\nrelated: "
       "SONDAGGIO/Chi vorresti?/A) Neri\n"},
  };
  for (const auto& c : cases) {
    if (c.blocks != nullptr) {
      EXPECT_EQ(shown(c.page), c.blocks) << c.name;
    } else {
      EXPECT_NE(shown(c.page).find("\nlineup: (3-4-2-1) - Neri"), std::string::npos) << c.name;
    }
  }
}

TEST(Segmenter, BlocksCoverAllTokensAndSentencesNest) {
  const Stages& stages = Stages::get();
  for (const std::string& text :
       {std::string(), std::string("\n\n"), std::string("Bari"), std::string("...---\n***\n(("),
        std::string("A\nB\nC\n\n\nD."), std::string("1. UNO\nx\n2. DUE\ny")}) {
    Document document = stages.scanned(text);
    stages.segmenter().segment(document);
    Index token = 0;
    for (const Block& block : document.blocks) {
      EXPECT_EQ(block.tokens.begin, token) << text;
      EXPECT_FALSE(block.tokens.empty()) << text;
      token = block.tokens.end;
      for (Index s = block.sentences.begin; s < block.sentences.end; ++s)
        EXPECT_TRUE(block.span.contains(document.sentences[s].span)) << text;
    }
    EXPECT_EQ(token, document.tokens.size()) << text;
  }
}

TEST(Segmenter, MasksPassagesThatAreNotText) {
  const Stages& stages = Stages::get();
  Document document = stages.scanned(
      "Neri è il nuovo allenatore dopo l'esonero di Conti (CLICCA QUI PER DETTAGLI). Accordo fino "
      "a "
      "giugno.");
  stages.segmenter().segment(document);
  std::string masked;
  for (const Token& token : document.tokens) {
    if (token.masked) masked += document.text.norm(token.span);
  }
  EXPECT_EQ(masked, "(CLICCAQUIPERDETTAGLI)");
  EXPECT_EQ(document.sentences.size(), 2u);
}

TEST(Segmenter, CutsASentenceWithoutEndAndSaysSo) {
  const Stages& stages = Stages::get();
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "il tecnico, ";
  Document document = stages.scanned(text);
  stages.segmenter().segment(document);
  EXPECT_TRUE(document.info.truncated);
  for (const Sentence& sentence : document.sentences)
    EXPECT_LE(sentence.tokens.size(), kLongestSentence);
}

TEST(BlockRules, PassTheirOwnTests) {
  const Stages& stages = Stages::get();
  EXPECT_TRUE(stages.diagnostics.empty()) << to_text(stages.diagnostics.front());
  const BlockTestReport report =
      run_block_tests(stages.rules, stages.vocabulary, stages.lexicon, stages.tables);
  EXPECT_GT(report.run, 100u);
  for (const Diagnostic& failure : report.failures) ADD_FAILURE() << to_text(failure);
  for (const Diagnostic& passing : report.passing) ADD_FAILURE() << to_text(passing);
}

}  // namespace
}  // namespace panchina
