#include "resolve/person_signs.h"

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker, birth.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {266, 197, 255, 319, 132, 161},       // near:free
    {56, 7, -11, -23, 7, -12},            // near:object
    {52, 15, -61, 63, 15, 32},            // near:of
    {61, 90, 32, 49, 46, 24},             // near:governed
    {156, 87, 102, 91, 87, 54},           // near:antecedent
    {181, 115, 116, 161, 115, 80},        // near:speech
    {191, 191, 191, 191, 191, 96},        // clause:free
    {28, 28, 28, 28, 28, 14},             // clause:object
    {-18, -18, -18, -18, -18, -9},        // clause:of
    {144, 144, 144, 144, 144, 72},        // clause:governed
    {0, 0, 0, 0, 0, 0},                   // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {222, 222, 222, 222, 222, 120},       // side:free
    {0, 0, 0, 0, 0, 0},                   // side:object
    {-14, -14, -14, -14, -14, -7},        // side:of
    {112, 112, 112, 112, 112, 56},        // side:governed
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {-2, -2, -2, -2, -2, -1},             // before:free
    {0, 0, 0, 0, 0, 0},                   // before:object
    {37, 37, 37, 37, 37, 18},             // before:of
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {71, 71, 71, 71, 71, 31},             // after:free
    {39, 39, 39, 39, 39, 20},             // after:object
    {30, 30, 30, 30, 30, 14},             // after:of
    {42, 42, 42, 42, 42, 16},             // after:governed
    {87, 87, 87, 87, 87, 44},             // after:antecedent
    {-16, -16, -16, -16, -16, -8},        // after:speech
    {-10, -10, -10, -10, -10, -5},        // later:free
    {0, 0, 0, 0, 0, 0},                   // later:object
    {-12, -12, -12, -12, -12, -8},        // later:of
    {-8, -8, -8, -8, -8, -4},             // later:governed
    {0, 0, 0, 0, 0, 0},                   // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {57, 57, 57, 57, 57, 38},             // last:free
    {102, 102, 102, 102, 102, 51},        // last:object
    {21, 21, 21, 21, 21, 11},             // last:of
    {56, 56, 56, 56, 56, 27},             // last:governed
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {16, 16, 16, 16, 16, 8},              // last:speech
    {58, 58, 58, 58, 58, 30},             // two_back:free
    {-16, -16, -16, -16, -16, -8},        // two_back:object
    {51, 51, 51, 51, 51, 26},             // two_back:of
    {-19, -19, -19, -19, -19, -10},       // two_back:governed
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {-24, -24, -24, -24, -24, -12},       // two_back:speech
    {28, 28, 28, 28, 28, 14},             // paragraph:free
    {44, 44, 44, 44, 44, 22},             // paragraph:object
    {-75, -75, -75, -75, -75, -38},       // paragraph:of
    {-50, -50, -50, -50, -50, -25},       // paragraph:governed
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {16, 16, 16, 16, 16, 8},              // paragraph:speech
    {-87, -87, -87, -87, -87, -44},       // aside:free
    {0, 0, 0, 0, 0, 0},                   // aside:object
    {-10, -10, -10, -10, -10, -5},        // aside:of
    {-10, -10, -10, -10, -10, -5},        // aside:governed
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {76, 76, 76, 76, 76, 43},             // title:free
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-44, -44, -44, -44, -44, -22},       // title:of
    {121, 121, 121, 121, 121, 62},        // title:governed
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {-90, -90, -90, -90, -90, -45},       // title:speech
    {52, 52, 52, 52, 52, 19},             // heading:free
    {-89, -89, -89, -89, -89, -44},       // heading:object
    {-38, -38, -38, -38, -38, -13},       // heading:of
    {26, 26, 26, 26, 26, 14},             // heading:governed
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {-11, -11, -11, -11, -11, -6},        // heading:speech
    {199, 199, 199, 199, 199, 111},       // near_plain
    {181, 181, 181, 181, 181, 91},        // near_verb
    {102, 102, 102, 102, 102, 46},        // after_plain
    {61, 61, 61, 61, 61, 26},             // after_verb
    {58, 58, 58, 58, 58, 30},             // subject
    {-26, -26, -26, -26, -26, -13},       // role
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-42, -42, -42, -42, -42, -10},       // paragraph_ago
    {-64, -64, -64, -64, -64, -53},       // earlier
    {137, 76, 112, 186, 97, 120},         // focus
    {7, 7, 7, 7, 7, -4},                  // main
    {90, 90, 90, 90, 90, 35},             // clear_main
    {2, 2, 2, 2, 2, 9},                   // newcomer
    {30, 30, 30, 30, 30, 28},             // headed
    {138, 138, 138, 138, 138, 58},        // portrait
    {25, 25, 25, 25, 25, 5},              // tied
    {69, 69, 69, 69, 69, 33},             // most
    {-103, -103, -103, -103, -103, -51},  // once
    {33, 33, 33, 33, 33, 17},             // half
    {5, 5, 5, 5, 5, 8},                   // third
    {-31, -31, -31, -31, -31, -30},       // sixth
                                          // end of the fitted table
}};

}  // namespace

int weight_of(const PersonCandidate& candidate, Asked asked) {
  int sum = 0;
  for (std::size_t sign = 0; sign < kPersonSigns; ++sign) {
    if (candidate.signs[sign]) sum += kWeights[sign][static_cast<std::size_t>(asked)];
  }
  return sum;
}

}  // namespace panchina
