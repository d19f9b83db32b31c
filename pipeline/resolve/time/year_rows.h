// Year rows: columns of years of a career (`1996-1999 Monza`, `1999-2000 Cosenza`), where a span of
// two years is no season but stands for the years themselves, as those beside it do. Thread rule:
// const once made; lives as long as the document.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"

namespace panchina {

class YearRows {
 public:
  // Needs `date_values`. Cannot fail. Time: `d log b` in the dates and blocks, and linear in the
  // sections.
  explicit YearRows(const Document& document);

  // Whether a date, by its index in `date_values`, is a season by its form and years by its column:
  // both it and a longer span of its section open their lines with two whole years.
  bool contains(Index date) const { return date < years_.size() && years_[date]; }

 private:
  bool opens_row(const DateExpression& date) const;

  const Document& document_;
  std::pmr::vector<bool> years_;  // by date
};

}  // namespace panchina
