// Titles that a list goes on with behind one that is told.
#include "resolve/career/title_lists.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/features.h"
#include "resolve/entity/entities.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::Honour;

// An article that tells of its first competition as a title won, and offers the others.
struct Article {
  const AnnotateStages& stages = AnnotateStages::get();
  Document document;
  EntityView view;
  EmitSpec emit{};
  std::vector<Hit> hits{};
  std::vector<Statement> statements{};

  explicit Article(const char* text)
      : document(stages.annotated(text)),
        view(find_entities(document, stages.lexicon, [](const Hit&) { return true; })) {
    emit.type = EventType::kHonour;
    for (Index c = 0; c < document.clauses.size(); ++c) {
      const IndexRange units = document.clauses[c].units;
      for (Index u = units.begin; u < units.end; ++u) {
        if ((document.units[u].kinds & kind_bit(UnitKind::kCompetition)) == 0) continue;
        Hit hit;
        hit.clause = c;
        hit.units = {u, u + 1};
        hit.bindings.begin = static_cast<Index>(document.bindings.size());
        Binding binding;
        binding.unit = u;
        document.bindings.push_back(binding);
        hit.bindings.end = static_cast<Index>(document.bindings.size());
        hits.push_back(hit);
      }
    }
    statements.push_back(statement_in(std::pmr::get_default_resource(), EventType::kHonour));
    statements.back().evidence.slots.push_back(
        {Honour::kCompetition, document.units[hits.front().units.begin].span});
  }

  std::vector<ListedTitle> listed() {
    TitleLists lists(document, stages.lexicon, view);
    lists.tell(0, hits.front(), statements.front());
    for (const Hit& hit : hits) lists.offer(hit, emit);
    return lists.decide(statements);
  }
};

TEST(TitleLists, GoOnBehindATitleThatIsTold) {
  Article article("Rossi vinse lo scudetto nel 1991, due Coppe Italia e un titolo di Serie B.");
  EXPECT_EQ(article.listed().size(), 2u);
}

TEST(TitleLists, EndWhereAnotherThingIsSaid) {
  Article lost("Rossi vinse lo scudetto nel 1991 e una finale di Coppa Italia.");
  EXPECT_TRUE(lost.listed().empty());
  Article played("Rossi vinse lo scudetto nel 1991, in Serie B retrocesse.");
  EXPECT_TRUE(played.listed().empty());
  Article fled("Rossi vinse lo scudetto nel 1991, la Coppa Italia sfuggì ai rigori.");
  EXPECT_TRUE(fled.listed().empty());
}

TEST(TitleLists, AreOfOneClubUnlessTheyGoFromClubToClub) {
  Article one("Rossi vinse lo scudetto con il Bari e la Coppa Italia.");
  ASSERT_EQ(one.listed().size(), 1u);
  EXPECT_TRUE(one.listed().front().club);
  Article two("Rossi vinse lo scudetto con il Bari, poi con il Lecce, e la Coppa Italia.");
  ASSERT_EQ(two.listed().size(), 1u);
  EXPECT_FALSE(two.listed().front().club);
}

}  // namespace
}  // namespace panchina
