#include "resolve/career/end_cause.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/stages.h"
#include "resolve/entity/entities.h"
#include "resolve/fact/args.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

struct Case {
  const char* text;
  const char* person;
  const char* slot;  // the words of its end, or its name where it went
  const char* cause;
  bool followed = false;  // by Ugo Verdi
};

class EndCause : public testing::TestWithParam<Case> {};

TEST_P(EndCause, IsWhatAWordBesideTheEndSays) {
  const auto& stages = AnnotateStages::get();
  const Case& given = GetParam();
  const Document document = stages.annotated(given.text);
  const EntityView view = find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  Event event = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  event.args[Tenure::kPerson] = std::string(given.person);
  Evidence evidence = evidence_in(std::pmr::get_default_resource());
  const bool went = std::string(given.slot) == given.person;
  event.args[Tenure::kRole] = std::string("head_coach");
  if (given.followed) event.args[Tenure::kReplacedBy] = std::string("Ugo Verdi");
  evidence.cue = went ? Cue::kDeparture : Cue::kInPost;
  const auto at = static_cast<std::uint32_t>(std::string(given.text).find(given.slot));
  evidence.span = {at, at + static_cast<std::uint32_t>(std::string(given.slot).size())};
  evidence.slots.push_back({went ? Tenure::kPerson : Tenure::kEnd, evidence.span});
  event.evidence.push_back(evidence);
  std::vector<Event> events = {event};
  add_end_causes(events, document, stages.lexicon, view);
  EXPECT_EQ(value_text(events[0].args[Tenure::kEndCause]), given.cause) << given.text;
}

TEST(EndCauseOfFarewells, IsNoneWhereThePageMourns) {
  const auto& stages = AnnotateStages::get();
  const auto cause_in = [&](const char* text) {
    const Document document = stages.annotated(text);
    const EntityView view =
        find_entities(document, stages.lexicon, [](const Hit&) { return true; });
    Event event = event_in(std::pmr::get_default_resource(), EventType::kTenure);
    event.args[Tenure::kPerson] = std::string("Ivo Bruni");
    event.args[Tenure::kEndCause] = std::string("left");
    event.evidence.push_back(evidence_in(std::pmr::get_default_resource()));
    std::vector<Event> events = {event};
    add_end_causes(events, document, stages.lexicon, view);
    return value_text(events[0].args[Tenure::kEndCause]);
  };
  EXPECT_EQ(cause_in("Addio a mister Ivo Bruni. Guida il Pisa da anni."), "left");
  EXPECT_EQ(cause_in("Addio a mister Ivo Bruni. Il Pisa esprime cordoglio."), "");
}

INSTANTIATE_TEST_SUITE_P(
    Texts, EndCause,
    testing::Values(
        Case{"Guida il Pisa dal 1960 al gennaio 1963, licenziato da quinto.", "Ivo Bruni",
             "dal 1960 al gennaio 1963", "dismissed"},
        Case{"Eredita il Pisa da Ivo Bruni (dimesso dopo una sconfitta).", "Ivo Bruni", "Ivo Bruni",
             "resigned"},
        Case{"Ecco Ivo Bruni: un anno e il benservito il 6 marzo 1990.", "Ivo Bruni",
             "6 marzo 1990", "dismissed"},
        Case{"Succede a Ivo Bruni, giunto a naturale scadenza.", "Ivo Bruni", "Ivo Bruni",
             "contract_expired"},
        // a page that ends with the comma
        Case{"Nel 1968 subentra a Ivo Bruni,", "Ivo Bruni", "Ivo Bruni", ""},
        Case{"Nel 1968 subentra a Ivo Bruni, nel 1970 viene esonerato.", "Ivo Bruni", "Ivo Bruni",
             ""},
        Case{"Subentra a Ivo Bruni, che nel 1970 viene esonerato.", "Ivo Bruni", "Ivo Bruni",
             "dismissed"},
        Case{"Rapporto chiuso consensualmente il 24 giugno 2021.", "Ivo Bruni", "24 giugno 2021",
             "mutual_consent"},
        Case{"Il Pisa ha esonerato Ivo Bruni: dentro Ugo Verdi.", "Ivo Bruni", "Ivo Bruni",
             "dismissed"},
        Case{"Il Pisa esonera il tecnico Dino Neri e richiama Ivo Bruni.", "Ivo Bruni", "Ivo Bruni",
             ""},
        Case{"Via il tecnico Ivo Bruni, dentro Ugo Verdi.", "Ivo Bruni", "Ivo Bruni", "dismissed",
             true},
        Case{"Il Pisa ha deciso: via Ivo Bruni, c'è Ugo Verdi.", "Ivo Bruni", "Ivo Bruni",
             "dismissed", true},
        Case{"Andò via Ivo Bruni, dentro Ugo Verdi.", "Ivo Bruni", "Ivo Bruni", "", true},
        Case{"Via Ivo Bruni, per motivi di lavoro.", "Ivo Bruni", "Ivo Bruni", ""},
        // Of another, behind a comma, beyond a club, in another sentence.
        Case{"Nel 1974 andò via, poi Dino Bruni, esonerato a novembre.", "Ivo Bruni", "1974", ""},
        Case{"Al posto di Dino Bruni, allontanato nel febbraio 1960.", "Ivo Bruni", "febbraio 1960",
             ""},
        Case{"Restò fino al 1974 a Lecco, al Pisa dimesso.", "Ivo Bruni", "1974", ""},
        Case{"Ugo Verdi, subentrato a Ivo Bruni, ha risolto consensualmente il contratto.",
             "Ivo Bruni", "Ivo Bruni", ""},
        Case{"Restò fino al 1974. Esonerato fu poi il vice.", "Ivo Bruni", "1974", ""}));

}  // namespace
}  // namespace panchina
