// OnPitch: who plays in the games that a page tells.
#include "resolve/career/on_pitch.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "resolve/entity/entities.h"

namespace panchina {
namespace {

// Whether the person of that name plays; or, of those who do, is fielded.
bool plays(const std::string& text, const std::string& name, bool fielded = false) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(text);
  const EntityView view = find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  const OnPitch on_pitch(document, stages.lexicon, view);
  for (Index person = 0; person < view.persons.size(); ++person) {
    if (view.persons[person].name == name)
      return fielded ? on_pitch.fields(person) : on_pitch.contains(person);
  }
  ADD_FAILURE() << name << " is nobody in " << text;
  return false;
}

TEST(OnPitch, ByADeed) {
  EXPECT_TRUE(plays("Il Lecco passa con un gol di Aldo Rossi.", "Aldo Rossi"));
  EXPECT_TRUE(plays("Il Lecco passa: insacca Aldo Rossi.", "Aldo Rossi"));
  EXPECT_TRUE(plays("In dieci minuti Aldo Rossi raddoppia.", "Aldo Rossi"));
  EXPECT_TRUE(plays("Decide Aldo Rossi, autore di una bella rete.", "Aldo Rossi"));
  EXPECT_FALSE(plays("Il Lecco di Aldo Rossi passa con un gol.", "Aldo Rossi"));
}

TEST(OnPitch, ByTheScoreThatHeMakes) {
  EXPECT_TRUE(plays("Nel finale arriva il 2-1 di Aldo Rossi.", "Aldo Rossi"));
  EXPECT_FALSE(plays("Nel finale il Lecco vince 2-1 con Aldo Rossi.", "Aldo Rossi"));
}

TEST(OnPitch, FieldedByALineUpOrAMinute) {
  const std::string lineup =
      "LECCO (4-3-3): Bini; Conti, Riva, Sala, Monti; Gallo, Boni, Aldo Rossi; Testa, Ricci, "
      "Costa. All. Ugo Verdi.";
  EXPECT_TRUE(plays(lineup, "Aldo Rossi", true));
  EXPECT_FALSE(plays(lineup, "Ugo Verdi", true));
  EXPECT_TRUE(plays("I gol: Aldo Rossi (12').", "Aldo Rossi", true));
  EXPECT_FALSE(plays("Il portiere Aldo Rossi saluta.", "Aldo Rossi", true));
  EXPECT_FALSE(plays("Il Lecco passa con un gol di Aldo Rossi.", "Aldo Rossi", true));
}

TEST(OnPitch, ByHisPlace) {
  EXPECT_TRUE(plays("Il portiere Aldo Rossi saluta.", "Aldo Rossi"));
  EXPECT_FALSE(plays("L'ex portiere Aldo Rossi saluta.", "Aldo Rossi"));
}

TEST(OnPitch, ByTheMinute) {
  EXPECT_TRUE(plays("I gol: Aldo Rossi (12').", "Aldo Rossi"));
  EXPECT_TRUE(plays("Al 12' pt Aldo Rossi tira.", "Aldo Rossi"));
  EXPECT_FALSE(plays("Al 12' mister Aldo Rossi cambia.", "Aldo Rossi"));
}

TEST(OnPitch, NotTheCoachOfALineUp) {
  const std::string lineup =
      "LECCO (4-3-3): Bini; Conti, Riva, Sala, Monti; Gallo, Boni, Aldo Rossi; Testa, Ricci, "
      "Costa. All. Ugo Verdi.";
  EXPECT_TRUE(plays(lineup, "Aldo Rossi"));
  EXPECT_FALSE(plays(lineup, "Ugo Verdi"));
}

}  // namespace
}  // namespace panchina
