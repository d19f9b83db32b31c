#include "resolve/person_signs.h"

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {266, 197, 255, 319, 132},       // near:free
    {56, 7, -11, -23, 7},            // near:object
    {52, 15, -61, 63, 15},           // near:of
    {61, 90, 32, 49, 46},            // near:governed
    {156, 87, 102, 91, 87},          // near:antecedent
    {181, 115, 116, 161, 115},       // near:speech
    {191, 191, 191, 191, 191},       // clause:free
    {28, 28, 28, 28, 28},            // clause:object
    {-18, -18, -18, -18, -18},       // clause:of
    {144, 144, 144, 144, 144},       // clause:governed
    {0, 0, 0, 0, 0},                 // clause:antecedent
    {0, 0, 0, 0, 0},                 // clause:speech
    {222, 222, 222, 222, 222},       // side:free
    {0, 0, 0, 0, 0},                 // side:object
    {-14, -14, -14, -14, -14},       // side:of
    {112, 112, 112, 112, 112},       // side:governed
    {0, 0, 0, 0, 0},                 // side:antecedent
    {0, 0, 0, 0, 0},                 // side:speech
    {-2, -2, -2, -2, -2},            // before:free
    {0, 0, 0, 0, 0},                 // before:object
    {37, 37, 37, 37, 37},            // before:of
    {0, 0, 0, 0, 0},                 // before:governed
    {0, 0, 0, 0, 0},                 // before:antecedent
    {0, 0, 0, 0, 0},                 // before:speech
    {71, 71, 71, 71, 71},            // after:free
    {39, 39, 39, 39, 39},            // after:object
    {30, 30, 30, 30, 30},            // after:of
    {42, 42, 42, 42, 42},            // after:governed
    {87, 87, 87, 87, 87},            // after:antecedent
    {-16, -16, -16, -16, -16},       // after:speech
    {-10, -10, -10, -10, -10},       // later:free
    {0, 0, 0, 0, 0},                 // later:object
    {-12, -12, -12, -12, -12},       // later:of
    {-8, -8, -8, -8, -8},            // later:governed
    {0, 0, 0, 0, 0},                 // later:antecedent
    {0, 0, 0, 0, 0},                 // later:speech
    {57, 57, 57, 57, 57},            // last:free
    {102, 102, 102, 102, 102},       // last:object
    {21, 21, 21, 21, 21},            // last:of
    {56, 56, 56, 56, 56},            // last:governed
    {0, 0, 0, 0, 0},                 // last:antecedent
    {16, 16, 16, 16, 16},            // last:speech
    {58, 58, 58, 58, 58},            // two_back:free
    {-16, -16, -16, -16, -16},       // two_back:object
    {51, 51, 51, 51, 51},            // two_back:of
    {-19, -19, -19, -19, -19},       // two_back:governed
    {0, 0, 0, 0, 0},                 // two_back:antecedent
    {-24, -24, -24, -24, -24},       // two_back:speech
    {28, 28, 28, 28, 28},            // paragraph:free
    {44, 44, 44, 44, 44},            // paragraph:object
    {-75, -75, -75, -75, -75},       // paragraph:of
    {-50, -50, -50, -50, -50},       // paragraph:governed
    {0, 0, 0, 0, 0},                 // paragraph:antecedent
    {16, 16, 16, 16, 16},            // paragraph:speech
    {-87, -87, -87, -87, -87},       // aside:free
    {0, 0, 0, 0, 0},                 // aside:object
    {-10, -10, -10, -10, -10},       // aside:of
    {-10, -10, -10, -10, -10},       // aside:governed
    {0, 0, 0, 0, 0},                 // aside:antecedent
    {0, 0, 0, 0, 0},                 // aside:speech
    {76, 76, 76, 76, 76},            // title:free
    {0, 0, 0, 0, 0},                 // title:object
    {-44, -44, -44, -44, -44},       // title:of
    {121, 121, 121, 121, 121},       // title:governed
    {0, 0, 0, 0, 0},                 // title:antecedent
    {-90, -90, -90, -90, -90},       // title:speech
    {52, 52, 52, 52, 52},            // heading:free
    {-89, -89, -89, -89, -89},       // heading:object
    {-38, -38, -38, -38, -38},       // heading:of
    {26, 26, 26, 26, 26},            // heading:governed
    {0, 0, 0, 0, 0},                 // heading:antecedent
    {-11, -11, -11, -11, -11},       // heading:speech
    {199, 199, 199, 199, 199},       // near_plain
    {181, 181, 181, 181, 181},       // near_verb
    {102, 102, 102, 102, 102},       // after_plain
    {61, 61, 61, 61, 61},            // after_verb
    {58, 58, 58, 58, 58},            // subject
    {-26, -26, -26, -26, -26},       // role
    {0, 0, 0, 0, 0},                 // epithet_here
    {0, 0, 0, 0, 0},                 // epithet_back
    {-42, -42, -42, -42, -42},       // paragraph_ago
    {-64, -64, -64, -64, -64},       // earlier
    {137, 76, 112, 186, 97},         // focus
    {7, 7, 7, 7, 7},                 // main
    {90, 90, 90, 90, 90},            // clear_main
    {2, 2, 2, 2, 2},                 // newcomer
    {30, 30, 30, 30, 30},            // headed
    {138, 138, 138, 138, 138},       // portrait
    {25, 25, 25, 25, 25},            // tied
    {69, 69, 69, 69, 69},            // most
    {-103, -103, -103, -103, -103},  // once
    {33, 33, 33, 33, 33},            // half
    {5, 5, 5, 5, 5},                 // third
    {-31, -31, -31, -31, -31},       // sixth
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
