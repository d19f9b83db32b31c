// Lines of the event contract for the store's tests.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace panchina::test {

inline std::string run_line(std::string_view rules = "9b41") {
  return R"({"type":"run","schema":1,"program":"panchina 0.1.0","rules":")" + std::string(rules) +
         R"(","options":{"factuality":"asserted","offset_unit":"codepoint"}})" + "\n";
}

inline std::string document_line(const std::string& doc, std::size_t events) {
  return R"({"type":"document","doc":")" + doc +
         R"(","status":"ok","published":"2021-02-09","published_from":"dateline","title":"T","sha256":"aa)" +
         doc + R"(","encoding":"utf-8","replaced":0,"chars":2675,"events":)" +
         std::to_string(events) + R"(,"error":null})" + "\n";
}

inline std::string error_line(const std::string& doc) {
  return R"({"type":"document","doc":")" + doc +
         R"(","status":"error","published":null,"published_from":null,"title":null,"sha256":null,"encoding":null,"replaced":0,"chars":0,"events":0,"error":{"code":"unreadable","message":"Permission denied"}})" +
         "\n";
}

inline std::string match_line(const std::string& doc, const std::string& id, int home_goals,
                              const std::string& text = "Ascoli-Treviso 2-1") {
  return R"({"type":"match","id":")" + id + R"(","doc":")" + doc +
         R"(","section":0,"factuality":"asserted","confidence":0.96,"args":{"home":"ascoli","away":"treviso","home_goals":)" +
         std::to_string(home_goals) +
         R"(,"away_goals":1,"date":"2005-09","date_earliest":"2005-09-01","date_latest":"2005-09-30","competition":null,"round":null,"stadium":null,"home_penalties":null,"away_penalties":null,"after_extra_time":false,"awarded":false,"order_known":true},"evidence":[{"start":10,"end":28,"text":")" +
         text +
         R"(","sentence":2,"rule":"match.score","cue":null,"slots":{"home":[10,16]},"inferred":{"date":"published"}}]})" +
         "\n";
}

// A tenure; `start` and `end` are days or "null" (without quotes).
inline std::string tenure_line(const std::string& doc, const std::string& id,
                               const std::string& start, const std::string& end,
                               const std::string& person_key = "massimo-carrera") {
  const auto date = [](const std::string& slot, const std::string& day) {
    const std::string value = day == "null" ? day : '"' + day + '"';
    return '"' + slot + "\":" + value + ",\"" + slot + "_earliest\":" + value + ",\"" + slot +
           "_latest\":" + value;
  };
  const std::string key = person_key == "null" ? person_key : '"' + person_key + '"';
  return R"({"type":"tenure","id":")" + id + R"(","doc":")" + doc +
         R"(","section":0,"factuality":"asserted","confidence":0.9,"args":{"person":"Massimo Carrera","person_key":)" +
         key + R"(,"club":"bari","role":"head_coach",)" + date("start", start) + "," +
         date("end", end) +
         R"(,"end_cause":null,"interim":false,"replaces":null,"replaced_by":null,)" +
         date("contract_end", "null") + R"(,"contract_condition":null,)" + date("seen", "null") +
         R"(},"evidence":[{"start":0,"end":7,"text":"Carrera","sentence":0,"rule":"tenure.x","cue":"appointment","slots":{"person":[0,7]},"inferred":{}}]})" +
         "\n";
}

}  // namespace panchina::test
