#include "resolve/fact/args_agree.h"

#include "resolve/fact/civil.h"
#include "resolve/fact/statement.h"

namespace panchina {

bool same_or_null(const ArgValue& one, const ArgValue& two) {
  return is_null(one) || is_null(two) || one == two;
}

bool dates_agree(const Args& one, const Args& two, Index arg) {
  const DateValue* first = date_of(one[arg]);
  const DateValue* second = date_of(two[arg]);
  return first == nullptr || second == nullptr ||
         (!before(*first, *second) && !before(*second, *first));
}

bool same_spell(const Args& one, const Args& two, Index start, Index end) {
  if (!dates_agree(one, two, start) || !dates_agree(one, two, end)) return false;
  const DateValue* starts[] = {date_of(one[start]), date_of(two[start])};
  const DateValue* ends[] = {date_of(one[end]), date_of(two[end])};
  if (starts[0] && ends[1] && before(*ends[1], *starts[0])) return false;
  if (starts[1] && ends[0] && before(*ends[0], *starts[1])) return false;
  return true;
}

}  // namespace panchina
