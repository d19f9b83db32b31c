// The steps of a date expression stand in postfix order. Thread rule: free function.
#pragma once

#include "document/calendar.h"

namespace panchina {

// How many values a step takes from those before it.
constexpr int operands(const CalendarStep& step) {
  switch (step.op) {
    case CalendarOp::kWithin:
    case CalendarOp::kInterval:
      return 2;
    case CalendarOp::kStartOf:
    case CalendarOp::kMiddleOf:
    case CalendarOp::kEndOf:
      return 1;
    case CalendarOp::kShift:
    case CalendarOp::kTimeOfDay:
      return step.c == 1 ? 1 : 0;
    default:
      return 0;
  }
}

}  // namespace panchina
