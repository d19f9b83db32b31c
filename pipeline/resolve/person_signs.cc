#include "resolve/person_signs.h"

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {281, 163, 221, 315, 108, 162},       // near:free
    {-25, -25, -25, -50, -25, -25},       // near:object
    {54, 33, -28, 99, 33, 50},            // near:of
    {81, 106, 47, 75, 58, 38},            // near:governed
    {178, 93, 99, 96, 93, 53},            // near:antecedent
    {176, 117, 118, 176, 117, 88},        // near:speech
    {205, 205, 205, 205, 205, 102},       // clause:free
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {-12, -12, -12, -12, -12, -6},        // clause:of
    {95, 95, 95, 95, 95, 48},             // clause:governed
    {0, 0, 0, 0, 0, 0},                   // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {203, 203, 203, 203, 203, 113},       // side:free
    {0, 0, 0, 0, 0, 0},                   // side:object
    {-17, -17, -17, -17, -17, -8},        // side:of
    {67, 67, 67, 67, 67, 34},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {-1, -1, -1, -1, -1, 0},              // before:free
    {0, 0, 0, 0, 0, 0},                   // before:object
    {26, 26, 26, 26, 26, 13},             // before:of
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {101, 101, 101, 101, 101, 48},        // after:free
    {38, 38, 38, 38, 38, 19},             // after:object
    {38, 38, 38, 38, 38, 12},             // after:of
    {0, 0, 0, 0, 0, -4},                  // after:governed
    {78, 78, 78, 78, 78, 39},             // after:antecedent
    {-13, -13, -13, -13, -13, -6},        // after:speech
    {-11, -11, -11, -11, -11, -7},        // later:free
    {0, 0, 0, 0, 0, 0},                   // later:object
    {-8, -8, -8, -8, -8, -5},             // later:of
    {-8, -8, -8, -8, -8, -4},             // later:governed
    {-3, -3, -3, -3, -3, -2},             // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {84, 84, 84, 84, 84, 57},             // last:free
    {94, 94, 94, 94, 94, 47},             // last:object
    {72, 72, 72, 72, 72, 37},             // last:of
    {64, 64, 64, 64, 64, 31},             // last:governed
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {11, 11, 11, 11, 11, 6},              // last:speech
    {91, 91, 91, 91, 91, 47},             // two_back:free
    {-16, -16, -16, -16, -16, -8},        // two_back:object
    {61, 61, 61, 61, 61, 30},             // two_back:of
    {-7, -7, -7, -7, -7, -4},             // two_back:governed
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {-17, -17, -17, -17, -17, -8},        // two_back:speech
    {43, 43, 43, 43, 43, 22},             // paragraph:free
    {37, 37, 37, 37, 37, 18},             // paragraph:object
    {-50, -50, -50, -50, -50, -25},       // paragraph:of
    {-37, -37, -37, -37, -37, -18},       // paragraph:governed
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {43, 43, 43, 43, 43, 22},             // paragraph:speech
    {-95, -95, -95, -95, -95, -48},       // aside:free
    {-1, -1, -1, -1, -1, 0},              // aside:object
    {-21, -21, -21, -21, -21, -10},       // aside:of
    {-7, -7, -7, -7, -7, -4},             // aside:governed
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {107, 107, 107, 107, 107, 59},        // title:free
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-40, -40, -40, -40, -40, -23},       // title:of
    {83, 83, 83, 83, 83, 45},             // title:governed
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {-91, -91, -91, -91, -91, -43},       // title:speech
    {39, 39, 39, 39, 39, 12},             // heading:free
    {-59, -59, -59, -59, -59, -30},       // heading:object
    {-48, -48, -48, -48, -48, -18},       // heading:of
    {64, 64, 64, 64, 64, 32},             // heading:governed
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {-10, -10, -10, -10, -10, -5},        // heading:speech
    {194, 194, 194, 194, 194, 106},       // near_plain
    {175, 175, 175, 175, 175, 88},        // near_verb
    {112, 112, 112, 112, 112, 47},        // after_plain
    {13, 13, 13, 13, 13, 1},              // after_verb
    {63, 63, 63, 63, 63, 36},             // subject
    {-8, -8, -8, -8, -8, -4},             // role
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-52, -52, -52, -52, -52, -12},       // paragraph_ago
    {-78, -78, -78, -78, -78, -73},       // earlier
    {116, 67, 111, 160, 80, 117},         // focus
    {-10, -10, -10, -10, -10, -12},       // main
    {107, 107, 107, 107, 107, 42},        // clear_main
    {-6, -6, -6, -6, -6, 6},              // newcomer
    {33, 33, 33, 33, 33, 32},             // headed
    {188, 188, 188, 188, 188, 81},        // portrait
    {0, 0, 0, 0, 0, -3},                  // tied
    {16, 16, 16, 16, 16, 8},              // tied_there
    {-101, -101, -101, -101, -101, -50},  // other_post
    {68, 68, 68, 68, 68, 30},             // most
    {-109, -109, -109, -109, -109, -52},  // once
    {17, 17, 17, 17, 17, 9},              // half
    {26, 26, 26, 26, 26, 13},             // third
    {-3, -3, -3, -3, -3, -13},            // sixth
                                          // end of the fitted table
}};

}  // namespace

int weight_of(const PersonCandidate& candidate, Asked asked) {
  int sum = 0;
  // A few of many are set; libstdc++ goes from one to the next.
  const auto& signs = candidate.signs;
  for (std::size_t sign = signs._Find_first(); sign < kPersonSigns; sign = signs._Find_next(sign)) {
    sum += kWeights[sign][static_cast<std::size_t>(asked)];
  }
  return sum;
}

}  // namespace panchina
