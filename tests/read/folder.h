// A temporary folder for one test, and inputs listed and read from it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "read/article_reader.h"
#include "read/article_source.h"

namespace panchina {

class FolderTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("panchina_read_" + std::to_string(::getpid()) + "_" + info->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string path(const std::string& name) const { return folder_.string() + "/" + name; }
  void put(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << content;
  }
  std::string get(const std::string& name) const {
    std::stringstream out;
    out << std::ifstream(path(name), std::ios::binary).rdbuf();
    return out.str();
  }
  ReadOptions options() const {
    ReadOptions options;
    options.paths = {folder_.string()};
    return options;
  }

  // All ids as listed; a problem as `id!code`, a fatal error as `!!code`.
  static std::vector<std::string> listed(ReadOptions options) {
    std::vector<std::string> out;
    ArticleSource source(std::move(options));
    while (true) {
      const auto input = source.next();
      if (!input) {
        out.push_back("!!" + input.error().code);
        return out;
      }
      if (!*input) return out;
      out.push_back((*input)->doc);
      if ((*input)->problem) out.back() += "!" + (*input)->problem->code;
    }
  }

  static std::vector<Article> read(ReadOptions options, const Metadata& metadata = {}) {
    std::vector<Article> out;
    ArticleSource source(options);
    ArticleReader reader(options, metadata);
    while (true) {
      const auto input = source.next();
      EXPECT_TRUE(input.has_value()) << input.error().message;
      if (!input || !*input) return out;
      out.push_back(reader.read(**input));
    }
  }

  Article read_one(const std::string& name, std::string_view content) {
    put(name, content);
    ReadOptions one;
    one.paths = {path(name)};
    auto articles = read(one);
    EXPECT_EQ(articles.size(), 1u);
    return articles.empty() ? Article{} : articles[0];
  }

  std::filesystem::path folder_;
};

}  // namespace panchina
