// The stages up to segment over the project's own rules, loaded once.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "rule/block_rules.h"
#include "scan/scanner.h"
#include "segment/segmenter.h"
#include "text/normalization_tables.h"

namespace panchina {

struct Stages {
  NormalizationTables tables;
  Vocabulary vocabulary;
  Lexicon lexicon;
  BlockRules rules;
  Diagnostics diagnostics;

  static const Stages& get() {
    static const Stages* const stages = [] {
      auto* made = new Stages;
      const std::string dir = PANCHINA_SOURCE_DIR "/rules";
      auto tables = NormalizationTables::load(dir + "/words/normalize.toml");
      if (tables) made->tables = *std::move(tables);
      auto lexicon = Lexicon::load(dir, made->vocabulary);
      if (lexicon) made->lexicon = *std::move(lexicon);
      made->rules = BlockRules::load(dir, made->vocabulary, made->diagnostics);
      return made;
    }();
    return *stages;
  }

  Segmenter segmenter() const { return Segmenter(vocabulary, lexicon, rules); }

  Document scanned(const std::string& text) const {
    Document document;
    document.text = Text::normalize(text, tables);
    Scanner(vocabulary, lexicon).scan(document);
    return document;
  }
};

}  // namespace panchina
