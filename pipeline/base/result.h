// Result<T, E>: a value or an error, with the member names of C++23's std::expected (GCC 12 has
// none). No exception crosses a folder of this project; what can fail returns a Result. Thread
// rule: a plain value.
#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace panchina {

// Wraps an error on its way into a Result: `return Unexpected(Diagnostic{...});`
template <typename E>
struct Unexpected {
  E error;
  explicit Unexpected(E e) : error(std::move(e)) {}
};

template <typename T, typename E>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  template <typename F>
  requires std::is_convertible_v<F, E> Result(Unexpected<F> failed)  // NOLINT: implicit by design
      : state_(std::in_place_index<1>, std::move(failed.error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return assert(has_value()), *std::get_if<0>(&state_); }
  const T& value() const& { return assert(has_value()), *std::get_if<0>(&state_); }
  T&& value() && { return assert(has_value()), std::move(*std::get_if<0>(&state_)); }
  E& error() & { return assert(!has_value()), *std::get_if<1>(&state_); }
  const E& error() const& { return assert(!has_value()), *std::get_if<1>(&state_); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, E> state_;
};

// The result of what returns nothing but may fail.
struct Done {};
template <typename E>
using Status = Result<Done, E>;

}  // namespace panchina
