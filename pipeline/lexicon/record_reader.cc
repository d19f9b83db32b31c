#include "lexicon/record_reader.h"

#include <nlohmann/json.hpp>

namespace panchina {

// Called by the parser with each part of a record; returns false to stop it.
class RecordHandler {
 public:
  using Kind = RecordReader::Field::Kind;
  explicit RecordHandler(RecordReader& reader) : reader_(reader) { reader_.size_ = 0; }
  bool is_object() const { return object_; }

  bool null() { return object_; }
  bool boolean(bool value) { return number_as(Kind::kFlag, value ? 1 : 0); }
  bool number_integer(std::int64_t value) { return number_as(Kind::kNumber, value); }
  bool number_unsigned(std::uint64_t value) {
    return number_as(Kind::kNumber, static_cast<std::int64_t>(value));
  }
  bool number_float(double, const std::string&) { return object_; }
  bool binary(nlohmann::json::binary_t&) { return object_; }
  bool string(std::string& value) {
    if (depth_ == 1) {
      field().kind = Kind::kText;
      field().text.swap(value);
    } else if (depth_ == 2 && list_) {
      field().texts.push_back(value);
    }
    return object_;
  }
  bool key(std::string& name) {
    if (depth_ != 1) return true;
    if (reader_.size_ == reader_.fields_.size()) reader_.fields_.emplace_back();
    ++reader_.size_;
    field().key.swap(name);
    field().text.clear();
    field().texts.clear();
    field().kind = Kind::kOther;
    return true;
  }
  bool start_object(std::size_t) {
    if (depth_ == 0) object_ = true;
    ++depth_;
    return object_;
  }
  bool end_object() {
    --depth_;
    return true;
  }
  bool start_array(std::size_t) {
    if (depth_ == 1) {
      list_ = true;
      field().kind = Kind::kTexts;
    }
    ++depth_;
    return object_;
  }
  bool end_array() {
    --depth_;
    if (depth_ == 1) list_ = false;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    return false;
  }

 private:
  RecordReader::Field& field() { return reader_.fields_[reader_.size_ - 1]; }
  bool number_as(Kind kind, std::int64_t value) {
    if (depth_ == 1) {
      field().kind = kind;
      field().number = value;
    }
    return object_;
  }

  RecordReader& reader_;
  int depth_ = 0;
  bool object_ = false;
  bool list_ = false;
};

bool RecordReader::read(std::string_view line) {
  RecordHandler handler(*this);
  const bool read = nlohmann::json::sax_parse(line.begin(), line.end(), &handler);
  if (read && handler.is_object()) return true;
  size_ = 0;
  return false;
}

const RecordReader::Field* RecordReader::find(std::string_view key, Field::Kind kind) const {
  for (std::size_t i = 0; i < size_; ++i) {
    if (fields_[i].key == key) return fields_[i].kind == kind ? &fields_[i] : nullptr;
  }
  return nullptr;
}

const std::string& RecordReader::text(std::string_view key) const {
  static const std::string kNoText;
  const Field* field = find(key, Field::Kind::kText);
  return field == nullptr ? kNoText : field->text;
}

const std::vector<std::string>& RecordReader::texts(std::string_view key) const {
  static const std::vector<std::string> kNoTexts;
  const Field* field = find(key, Field::Kind::kTexts);
  return field == nullptr ? kNoTexts : field->texts;
}

bool RecordReader::flag(std::string_view key) const {
  const Field* field = find(key, Field::Kind::kFlag);
  return field != nullptr && field->number != 0;
}

std::int64_t RecordReader::number(std::string_view key, std::int64_t otherwise) const {
  const Field* field = find(key, Field::Kind::kNumber);
  return field == nullptr ? otherwise : field->number;
}

}  // namespace panchina
