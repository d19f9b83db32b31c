#include "resolve/person_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {184, 184, 184, 184, 184, 97},        // near_plain
    {179, 179, 179, 179, 179, 89},        // near_verb
    {104, 104, 104, 104, 104, 50},        // after_plain
    {17, 17, 17, 17, 17, 7},              // after_verb
    {59, 59, 59, 59, 59, 30},             // subject
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-73, -73, -73, -73, -73, -33},       // paragraph_ago
    {-82, -82, -82, -82, -82, -65},       // earlier
    {-12, -12, -12, -12, -12, -9},        // main
    {105, 105, 105, 105, 105, 49},        // clear_main
    {-21, -21, -21, -21, -21, -2},        // newcomer
    {18, 18, 18, 18, 18, 24},             // headed
    {75, 75, 75, 75, 75, 39},             // most
    {-98, -98, -98, -98, -98, -51},       // once
    {11, 11, 11, 11, 11, 5},              // half
    {10, 10, 10, 10, 10, 6},              // third
    {-5, -5, -5, -5, -5, -5},             // sixth
    {278, 192, 223, 313, 130, 157},       // near:free
    {203, 203, 203, 203, 203, 102},       // clause:free
    {195, 195, 195, 195, 195, 103},       // side:free
    {-9, -9, -9, -9, -9, -4},             // before:free
    {103, 103, 103, 103, 103, 51},        // after:free
    {-15, -15, -15, -15, -15, -8},        // later:free
    {89, 89, 89, 89, 89, 49},             // last:free
    {98, 98, 98, 98, 98, 49},             // two_back:free
    {23, 23, 23, 23, 23, 12},             // paragraph:free
    {-80, -80, -80, -80, -80, -40},       // aside:free
    {116, 116, 116, 116, 116, 61},        // title:free
    {36, 36, 36, 36, 36, 19},             // heading:free
    {-28, -28, -28, -56, -28, -28},       // near:object
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {0, 0, 0, 0, 0, 0},                   // side:object
    {0, 0, 0, 0, 0, 0},                   // before:object
    {34, 34, 34, 34, 34, 17},             // after:object
    {0, 0, 0, 0, 0, 0},                   // later:object
    {83, 83, 83, 83, 83, 42},             // last:object
    {-10, -10, -10, -10, -10, -5},        // two_back:object
    {36, 36, 36, 36, 36, 18},             // paragraph:object
    {0, 0, 0, 0, 0, 0},                   // aside:object
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-46, -46, -46, -46, -46, -23},       // heading:object
    {41, 30, -31, 96, 30, 48},            // near:of
    {-12, -12, -12, -12, -12, -6},        // clause:of
    {-15, -15, -15, -15, -15, -8},        // side:of
    {23, 23, 23, 23, 23, 12},             // before:of
    {37, 37, 37, 37, 37, 17},             // after:of
    {-8, -8, -8, -8, -8, -4},             // later:of
    {74, 74, 74, 74, 74, 37},             // last:of
    {57, 57, 57, 57, 57, 28},             // two_back:of
    {-86, -86, -86, -86, -86, -43},       // paragraph:of
    {-16, -16, -16, -16, -16, -8},        // aside:of
    {-17, -17, -17, -17, -17, -9},        // title:of
    {-38, -38, -38, -38, -38, -18},       // heading:of
    {64, 94, 46, 78, 53, 39},             // near:governed
    {86, 86, 86, 86, 86, 43},             // clause:governed
    {60, 60, 60, 60, 60, 30},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {-41, -41, -41, -41, -41, -21},       // after:governed
    {-10, -10, -10, -10, -10, -5},        // later:governed
    {40, 40, 40, 40, 40, 27},             // last:governed
    {40, 40, 40, 40, 40, 20},             // two_back:governed
    {-57, -57, -57, -57, -57, -28},       // paragraph:governed
    {-8, -8, -8, -8, -8, -4},             // aside:governed
    {91, 91, 91, 91, 91, 47},             // title:governed
    {54, 54, 54, 54, 54, 27},             // heading:governed
    {173, 71, 92, 104, 88, 55},           // near:antecedent
    {42, 42, 42, 42, 42, 21},             // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {87, 87, 87, 87, 87, 44},             // after:antecedent
    {-2, -2, -2, -2, -2, -1},             // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {203, 128, 128, 186, 128, 93},        // near:speech
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {-11, -11, -11, -11, -11, -6},        // after:speech
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {8, 8, 8, 8, 8, 4},                   // last:speech
    {-18, -18, -18, -18, -18, -9},        // two_back:speech
    {37, 37, 37, 37, 37, 18},             // paragraph:speech
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {-61, -61, -61, -61, -61, -30},       // title:speech
    {-12, -12, -12, -12, -12, -6},        // heading:speech
    {2, 2, 2, 2, 2, 1},                   // role
    {124, 72, 108, 157, 85, 106},         // focus
    {175, 175, 175, 175, 175, 86},        // portrait
    {20, 20, 20, 20, 20, 9},              // tied
    {59, 59, 59, 59, 59, 30},             // tied_there
    {11, 9, 9, 17, 9, 9},                 // beside_club
    {-139, -139, -139, -139, -139, -70},  // other_post
                                          // end of the fitted table
}};

}  // namespace

int weight_of(const Candidate& candidate, Asked asked) {
  int sum = 0;
  // A few of many are set; libstdc++ goes from one to the next.
  const auto& signs = candidate.signs;
  for (std::size_t sign = signs._Find_first(); sign < kPersonSigns; sign = signs._Find_next(sign)) {
    sum += kWeights[sign][static_cast<std::size_t>(asked)];
  }
  return sum;
}

}  // namespace panchina
