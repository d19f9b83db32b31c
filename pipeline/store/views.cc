// The views of a database of events: one for each event type with typed columns, made from the
// table of event types; `career` and `duplicates`.
#include "document/event.h"
#include "store/schema.h"

namespace panchina {
namespace {

// What the two databases write differently.
struct Words {
  explicit Words(Dialect d) : dialect(d) {}
  Dialect dialect;

  bool sqlite() const { return dialect == Dialect::kSqlite; }
  std::string arg(std::string_view name, std::string_view type) const {
    const std::string value = "e.args ->> '" + std::string(name) + "'";
    return sqlite() || type.empty() ? value : "(" + value + ")::" + std::string(type);
  }
  std::string days_later(const std::string& day, int days) const {
    const std::string count = std::to_string(days);
    return sqlite() ? "date(" + day + ", '+" + count + " days')" : "(" + day + " + " + count + ")";
  }
  // Days between two days.
  std::string width(const std::string& first, const std::string& last) const {
    return sqlite() ? "(julianday(" + last + ") - julianday(" + first + "))"
                    : "(" + last + " - " + first + ")";
  }
  std::string joined(const std::string& text) const {
    return sqlite() ? "group_concat(" + text + ", '; ')"
                    : "string_agg(" + text + ", '; ' ORDER BY " + text + ")";
  }
};

std::string view_name(EventType type) {
  switch (type) {
    case EventType::kDate:
      return "date_mention";
    case EventType::kClub:
      return "club_mention";
    case EventType::kRecord:
      return "balance";
    default:
      return std::string(event_spec(type).name);
  }
}

View typed_view(EventType type, const Words& words) {
  const EventSpec& spec = event_spec(type);
  std::string sql = "CREATE VIEW " + quoted(view_name(type)) + " AS\nSELECT e.doc, e.id";
  for (const ArgSpec& arg : spec.args) {
    const std::string name(arg.name);
    const auto column = [&](const std::string& key, const std::string& shown,
                            std::string_view postgres_type) {
      sql += ",\n  " + words.arg(key, postgres_type) + " AS " + quoted(shown);
    };
    switch (arg.kind) {
      case ArgKind::kNumber:
        column(name, name, "bigint");
        break;
      case ArgKind::kFlag:
        column(name, name, "boolean");
        break;
      case ArgKind::kDate: {
        // A date mention's own bounds are `earliest` and `latest`.
        const std::string prefix = type == EventType::kDate ? "" : name + "_";
        column(name, name + "_edtf", "");
        column(prefix + "earliest", prefix + "earliest", "date");
        column(prefix + "latest", prefix + "latest", "date");
        break;
      }
      default:
        column(name, name, "");
    }
  }
  sql +=
      ",\n  e.section, e.factuality, e.confidence, v.span_start, v.span_end, v.text, v.rule\n"
      "FROM event e LEFT JOIN evidence v ON v.doc = e.doc AND v.id = e.id AND v.n = 0\n"
      "WHERE e.type = '" +
      std::string(spec.name) + "'";
  return {view_name(type), std::move(sql)};
}

// Every person's spells in order, across articles. Tenures (and playing spells) of one person, club
// and role whose times overlap are one spell; its dates are the narrowest that an article gives, an
// article whose dates exclude these contradicts it. An undated mention counts for the spell only
// where the person has one there.
View career_view(const Words& words) {
  const std::string no_day = words.sqlite() ? "NULL" : "NULL::date";
  const std::string key = "person_key, club, role";
  const std::string sql =
      "CREATE VIEW career AS\n"
      "WITH spell AS (\n"
      "  SELECT person_key, person, club, role, doc, id, start_edtf, start_earliest, "
      "start_latest,\n"
      "    end_edtf, end_earliest, end_latest, end_cause,\n"
      "    COALESCE(start_earliest, start_latest, seen_earliest, end_earliest, end_latest)"
      " AS first_day,\n"
      "    COALESCE(end_latest, end_earliest, seen_latest, " +
      words.days_later("start_latest", 60) +
      ") AS last_day\n"
      "  FROM tenure WHERE factuality = 'asserted' AND person_key IS NOT NULL\n"
      "  UNION ALL\n"
      "  SELECT person_key, person, club, 'player', doc, id, start_edtf, start_earliest,"
      " start_latest,\n"
      "    end_edtf, end_earliest, end_latest, NULL,\n"
      "    COALESCE(start_earliest, start_latest, end_earliest, end_latest),\n"
      "    COALESCE(end_latest, end_earliest, " +
      words.days_later("start_latest", 60) +
      ")\n"
      "  FROM playing_spell WHERE factuality = 'asserted' AND person_key IS NOT NULL\n"
      "), ordered AS (\n"
      "  SELECT *, MAX(last_day) OVER (PARTITION BY " +
      key +
      " ORDER BY first_day, last_day, doc, id\n"
      "    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached\n"
      "  FROM spell WHERE first_day IS NOT NULL\n"
      "), dated AS (\n"
      "  SELECT *, SUM(CASE WHEN reached IS NULL OR first_day > reached THEN 1 ELSE 0 END)\n"
      "    OVER (PARTITION BY " +
      key +
      " ORDER BY first_day, last_day, doc, id ROWS UNBOUNDED PRECEDING) AS spell_no\n"
      "  FROM ordered\n"
      "), counted AS (\n"
      "  SELECT " +
      key + ", MAX(spell_no) AS spells FROM dated GROUP BY " + key +
      "\n), member AS (\n"
      "  SELECT person_key, person, club, role, doc, id, start_edtf, start_earliest, "
      "start_latest,\n"
      "    end_edtf, end_earliest, end_latest, end_cause, first_day, spell_no FROM dated\n"
      "  UNION ALL\n"
      "  SELECT s.person_key, s.person, s.club, s.role, s.doc, s.id, s.start_edtf,"
      " s.start_earliest,\n"
      "    s.start_latest, s.end_edtf, s.end_earliest, s.end_latest, s.end_cause, " +
      no_day +
      ",\n"
      "    CASE WHEN c.spells = 1 THEN 1 ELSE 0 END\n"
      "  FROM spell s LEFT JOIN counted c\n"
      "    ON c.person_key = s.person_key AND c.club = s.club AND c.role = s.role\n"
      "  WHERE s.first_day IS NULL\n"
      "), start_best AS (\n"
      "  SELECT * FROM (SELECT " +
      key +
      ", spell_no, doc, start_edtf, start_earliest, start_latest,\n"
      "    ROW_NUMBER() OVER (PARTITION BY " +
      key + ", spell_no ORDER BY " + words.width("start_earliest", "start_latest") +
      ", start_earliest, doc, id) AS place\n"
      "    FROM member WHERE start_edtf IS NOT NULL) AS ranked WHERE place = 1\n"
      "), end_best AS (\n"
      "  SELECT * FROM (SELECT " +
      key +
      ", spell_no, doc, end_edtf, end_earliest, end_latest,\n"
      "    ROW_NUMBER() OVER (PARTITION BY " +
      key + ", spell_no ORDER BY " + words.width("end_earliest", "end_latest") +
      ", end_earliest, doc, id) AS place\n"
      "    FROM member WHERE end_edtf IS NOT NULL) AS ranked WHERE place = 1\n"
      "), judged AS (\n"
      "  SELECT m.*, s.start_edtf AS best_start, s.start_earliest AS best_start_earliest,\n"
      "    s.start_latest AS best_start_latest, t.end_edtf AS best_end,\n"
      "    t.end_earliest AS best_end_earliest, t.end_latest AS best_end_latest,\n"
      "    CASE WHEN (m.doc <> s.doc AND (m.start_latest < s.start_earliest"
      " OR m.start_earliest > s.start_latest))\n"
      "      OR (m.doc <> t.doc AND (m.end_latest < t.end_earliest"
      " OR m.end_earliest > t.end_latest))\n"
      "      THEN 1 ELSE 0 END AS against\n"
      "  FROM member m\n"
      "  LEFT JOIN start_best s ON s.person_key = m.person_key AND s.club = m.club"
      " AND s.role = m.role AND s.spell_no = m.spell_no\n"
      "  LEFT JOIN end_best t ON t.person_key = m.person_key AND t.club = m.club"
      " AND t.role = m.role AND t.spell_no = m.spell_no\n"
      ")\n"
      "SELECT person_key, MAX(person) AS person,\n"
      "  ROW_NUMBER() OVER (PARTITION BY person_key ORDER BY MIN(first_day) IS NULL,"
      " MIN(first_day),\n    club, role, spell_no) AS place,\n"
      "  club, role, MAX(best_start) AS start_edtf, MAX(best_start_earliest) AS start_earliest,\n"
      "  MAX(best_start_latest) AS start_latest, MAX(best_end) AS end_edtf,\n"
      "  MAX(best_end_earliest) AS end_earliest, MAX(best_end_latest) AS end_latest,\n"
      "  MAX(end_cause) AS end_cause, COUNT(DISTINCT doc) AS articles,\n"
      "  COUNT(DISTINCT CASE WHEN against = 0 THEN doc END) AS agree,\n"
      "  COUNT(DISTINCT CASE WHEN against = 1 THEN doc END) AS contradict,\n  " +
      words.joined(
          "CASE WHEN against = 1 THEN doc || ': ' || COALESCE(start_edtf, '') || '/' ||"
          " COALESCE(end_edtf, '') END") +
      " AS contradictions\n"
      "FROM judged GROUP BY person_key, club, role, spell_no";
  return {"career", sql};
}

View duplicates_view(const Words& words) {
  return {"duplicates",
          "CREATE VIEW duplicates AS\nSELECT sha256, COUNT(*) AS documents, " +
              words.joined("doc") +
              " AS docs\nFROM document WHERE sha256 IS NOT NULL GROUP BY sha256 HAVING COUNT(*) > "
              "1"};
}

}  // namespace

std::vector<View> views(Dialect dialect) {
  const Words words(dialect);
  std::vector<View> all;
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    all.push_back(typed_view(static_cast<EventType>(i), words));
  }
  all.push_back(career_view(words));
  all.push_back(duplicates_view(words));
  return all;
}

}  // namespace panchina
