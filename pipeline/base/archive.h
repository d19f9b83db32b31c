// Archive: objects as bytes and back, for files that only the program that wrote them reads again:
// numbers as they lie in memory, no versions, no other machine's byte order. A class takes part by
// a list of its members, the same for both ways:
//
//   template <typename Archive> static void fields(Archive& archive, auto& self) {
//     archive(self.words_, self.counts_);
//   }
//
// Thread rule: an archive belongs to one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace panchina {

// Copied as it lies in memory.
template <typename T>
concept PlainBytes = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> &&
                     !std::is_same_v<T, std::string_view>;

// No bytes between its members, whose value nobody sets.
template <typename T>
inline constexpr bool kGapless =
    std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>;

// Sets them to zero, so that equal objects are equal bytes.
template <typename T>
void clear_gaps([[maybe_unused]] T& value) {
#if __has_builtin(__builtin_clear_padding)
  __builtin_clear_padding(&value);
#endif
}

class ArchiveWriter {
 public:
  template <typename... Ts>
  void operator()(const Ts&... values) {
    (put(values), ...);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void put_bytes(const void* from, std::size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
  }
  template <PlainBytes T>
  void put(const T& value) {
    if constexpr (kGapless<T>) {
      put_bytes(&value, sizeof(T));
    } else {
      T copy = value;
      clear_gaps(copy);
      put_bytes(&copy, sizeof(T));
    }
  }
  template <typename T>
  requires(!PlainBytes<T>) void put(const T& value) { T::fields(*this, value); }
  void put(const std::string& value) {
    put(value.size());
    put_bytes(value.data(), value.size());
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    put(values.size());
    if constexpr (PlainBytes<T> && kGapless<T> && !std::is_same_v<T, bool>) {
      if (!values.empty()) put_bytes(values.data(), values.size() * sizeof(T));
    } else {
      for (const T& value : values) put(value);
    }
  }
  template <typename A, typename B>
  void put(const std::pair<A, B>& value) {
    put(value.first), put(value.second);
  }
  template <typename... Ts>
  void put(const std::unordered_map<Ts...>& values) {
    put(values.size());
    for (const auto& [key, value] : values) put(key), put(value);
  }

  std::string bytes_;
};

// Reads what an ArchiveWriter wrote, in the same order. What it does not hold in full is told by
// ok(); the objects are then worthless.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : left_(bytes) {}
  template <typename... Ts>
  void operator()(Ts&... values) {
    (get(values), ...);
  }
  // Whether all was there so far.
  bool ok() const { return ok_; }
  bool at_end() const { return left_.empty(); }

 private:
  void get_bytes(void* to, std::size_t size) {
    if (size > left_.size()) {
      ok_ = false, left_ = {};
      return;
    }
    if (size > 0) std::memcpy(to, left_.data(), size);
    left_.remove_prefix(size);
  }
  // How many members of at least `least` bytes follow; 0 where so many cannot.
  std::size_t get_size(std::size_t least) {
    std::size_t size = 0;
    get(size);
    if (size <= left_.size() / least) return size;
    ok_ = false, left_ = {};
    return 0;
  }
  template <PlainBytes T>
  void get(T& value) {
    get_bytes(static_cast<void*>(&value), sizeof(T));
  }
  template <typename T>
  requires(!PlainBytes<T>) void get(T& value) { T::fields(*this, value); }
  void get(std::string& value) {
    value.resize(get_size(1));
    get_bytes(value.data(), value.size());
  }
  template <typename T>
  void get(std::vector<T>& values) {
    if constexpr (std::is_same_v<T, bool>) {
      values.assign(get_size(1), false);
      for (std::size_t i = 0; i < values.size(); ++i) {
        bool value = false;
        get(value);
        values[i] = value;
      }
    } else if constexpr (PlainBytes<T>) {
      values.resize(get_size(sizeof(T)));
      get_bytes(static_cast<void*>(values.data()), values.size() * sizeof(T));
    } else {
      values.resize(get_size(1));
      for (T& value : values) get(value);
    }
  }
  template <typename A, typename B>
  void get(std::pair<A, B>& value) {
    get(value.first), get(value.second);
  }
  template <typename Key, typename Value, typename... Rest>
  void get(std::unordered_map<Key, Value, Rest...>& values) {
    const std::size_t size = get_size(1);
    values.clear();
    values.reserve(size);
    for (std::size_t i = 0; i < size && ok_; ++i) {
      std::pair<Key, Value> entry;
      get(entry);
      values.insert(std::move(entry));
    }
  }

  std::string_view left_;
  bool ok_ = true;
};

}  // namespace panchina
