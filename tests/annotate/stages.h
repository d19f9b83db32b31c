// All stages up to annotate over the project's own rules, loaded once.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "annotate/annotator.h"
#include "annotate/cues.h"
#include "document/document.h"
#include "lexicon/lexicon.h"
#include "rule/block_rules.h"
#include "scan/scanner.h"
#include "segment/segmenter.h"
#include "text/normalization_tables.h"

namespace panchina {

struct AnnotateStages {
  NormalizationTables tables;
  Vocabulary vocabulary;
  Lexicon lexicon;
  Cues cues;
  MentionRules mentions;
  BlockRules blocks;

  static const AnnotateStages& get() {
    static const AnnotateStages* const stages = [] {
      auto* made = new AnnotateStages;
      const std::filesystem::path dir = PANCHINA_SOURCE_DIR "/rules";
      Diagnostics diagnostics;
      made->tables = NormalizationTables::load((dir / "words" / "normalize.toml").string()).value();
      made->lexicon = Lexicon::load(dir, made->vocabulary).value();
      made->cues = Cues::load(dir, made->vocabulary).value();
      made->mentions = MentionRules::load(dir, made->vocabulary).value();
      made->blocks = BlockRules::load(dir, made->vocabulary, diagnostics);
      return made;
    }();
    return *stages;
  }

  Document annotated(const std::string& text) const {
    Document document;
    document.text = Text::normalize(text, tables);
    Scanner(vocabulary, lexicon).scan(document);
    Segmenter(vocabulary, lexicon, blocks).segment(document);
    Annotator(vocabulary, lexicon, mentions, cues).annotate(document);
    return document;
  }
};

}  // namespace panchina
