// AsideClubs: clubs that are named as an opponent, or as the town where somebody comes from.
#include "resolve/focus/aside_clubs.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"

namespace panchina {
namespace {

using Contain = bool (AsideClubs::*)(Index clause, Index unit) const;

// Whether the last club that the text names stands aside.
bool last_is_aside(const std::string& text, Contain contain = &AsideClubs::contain) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(text);
  const AsideClubs aside(document, stages.lexicon);
  bool out = false;
  for (Index c = 0; c < document.clauses.size(); ++c) {
    const IndexRange units = document.clauses[c].units;
    for (Index u = units.begin; u < units.end; ++u) {
      if ((document.units[u].kinds & kind_bit(UnitKind::kClub)) != 0) out = (aside.*contain)(c, u);
    }
  }
  return out;
}

TEST(AsideClubs, TheOpponentOfAScoreOrMatch) {
  EXPECT_TRUE(last_is_aside("Il tecnico paga il 3-1 incassato domenica al Como."));
  EXPECT_TRUE(last_is_aside("Per la gara di domenica con la Triestina in panchina va lui."));
  EXPECT_TRUE(last_is_aside("Non scorda il 2-3 del Lecce."));
  EXPECT_TRUE(last_is_aside("Il tecnico paga il ko interno con il Lecce."));
  EXPECT_TRUE(last_is_aside("Il tecnico paga il 5-0 rimediato sul campo del Lecce."));
  EXPECT_FALSE(last_is_aside("Il tecnico parla sul campo del Lecce."));
}

TEST(AsideClubs, WhereSomebodyElseIs) {
  EXPECT_TRUE(last_is_aside("Ugo Neri resta, il Lecce con Marelli."));
  EXPECT_FALSE(last_is_aside("Ugo Neri resta, il Lecce con Aldo Rossi."));
}

TEST(AsideClubs, WhereSomebodyComesFrom) {
  EXPECT_TRUE(last_is_aside("Arriva il tecnico di Lecce."));
  EXPECT_FALSE(last_is_aside("Arriva il tecnico del Lecce."));
}

TEST(AsideClubs, WhereSomebodyWasForAWhileBefore) {
  const Contain past = &AsideClubs::contain_past;
  EXPECT_TRUE(last_is_aside("Dopo le due brevi esperienze con Ascoli, Bari e il Como.", past));
  EXPECT_TRUE(last_is_aside("Reduce da una parentesi al Como.", past));
  EXPECT_TRUE(last_is_aside("Firma l'ex tecnico di Lecce e Como.", past));
  EXPECT_FALSE(last_is_aside("Firma il tecnico di Lecce e Como.", past));
  EXPECT_FALSE(last_is_aside("Tre esperienze con il Como.", past));
  EXPECT_FALSE(last_is_aside("Dopo una parentesi a Bari guida il Como.", past));
}

TEST(AsideClubs, WhereSomebodyLivedAndDied) {
  EXPECT_TRUE(last_is_aside("Il tecnico del Bari è morto nella notte a Lecce."));
  EXPECT_FALSE(last_is_aside("Il tecnico del Bari è tornato nella notte a Lecce."));
}

TEST(AsideClubs, WhoseBenchWasNearlyHis) {
  EXPECT_TRUE(last_is_aside("Il tecnico fu accostato alla panchina del Lecce."));
  EXPECT_TRUE(last_is_aside("Il tecnico era in corsa per la panchina del Lecce."));
  EXPECT_FALSE(last_is_aside("Il tecnico torna sulla panchina del Lecce."));
}

TEST(AsideClubs, AMatchIsNoTown) {
  EXPECT_TRUE(last_is_aside("Battuto 4-0 a Novara, saluta.", &AsideClubs::contain_match));
  EXPECT_FALSE(last_is_aside("Arriva il tecnico di Lecce.", &AsideClubs::contain_match));
}

TEST(AsideClubs, WhereAMatchWasLost) {
  EXPECT_TRUE(last_is_aside("Cacciato dopo la sconfitta di Ragusa.", &AsideClubs::contain_match));
  EXPECT_TRUE(last_is_aside("Dopo il ko con il Lecce saluta.", &AsideClubs::contain_match));
  EXPECT_FALSE(last_is_aside("Dopo la sconfitta del Lecce.", &AsideClubs::contain_match));
}

TEST(AsideClubs, WhereSomebodyWasBefore) {
  const auto former = &AsideClubs::contain_former;
  EXPECT_TRUE(last_is_aside("Il tecnico, lo scorso anno al Lecce, rileva Rossi.", former));
  EXPECT_TRUE(last_is_aside("Il tecnico, reduce da due anni al Lecce, rileva Rossi.", former));
  EXPECT_TRUE(last_is_aside("Già vice al Lecce, lavora con Rossi.", former));
  EXPECT_FALSE(last_is_aside("Il tecnico, dal 2003 al Lecce, lascia.", former));
  EXPECT_FALSE(last_is_aside("Il tecnico, reduce da un ko, lascia il Lecce.", former));
}

TEST(AsideClubs, NotWhereSomebodyWent) {
  EXPECT_FALSE(last_is_aside("Dopo il 3-1 passò al Como."));
  EXPECT_FALSE(last_is_aside("Dal luglio 2003 alla Triestina e un terzo posto."));
  EXPECT_FALSE(last_is_aside("La gara da allenatore della Triestina."));
}

}  // namespace
}  // namespace panchina
