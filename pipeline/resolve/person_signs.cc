#include "resolve/person_signs.h"

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {279, 177, 232, 329, 194, 169},       // near:free
    {-25, -25, -25, -51, -25, -26},       // near:object
    {58, 38, -23, 104, 38, 52},           // near:of
    {80, 104, 47, 73, 59, 36},            // near:governed
    {184, 95, 98, 99, 95, 55},            // near:antecedent
    {209, 130, 130, 186, 130, 93},        // near:speech
    {192, 192, 192, 192, 192, 96},        // clause:free
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {-12, -12, -12, -12, -12, -6},        // clause:of
    {94, 94, 94, 94, 94, 47},             // clause:governed
    {0, 0, 0, 0, 0, 0},                   // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {189, 189, 189, 189, 189, 107},       // side:free
    {0, 0, 0, 0, 0, 0},                   // side:object
    {-17, -17, -17, -17, -17, -8},        // side:of
    {66, 66, 66, 66, 66, 33},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {-1, -1, -1, -1, -1, 0},              // before:free
    {0, 0, 0, 0, 0, 0},                   // before:object
    {25, 25, 25, 25, 25, 12},             // before:of
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {92, 92, 92, 92, 92, 44},             // after:free
    {39, 39, 39, 39, 39, 20},             // after:object
    {39, 39, 39, 39, 39, 12},             // after:of
    {2, 2, 2, 2, 2, -3},                  // after:governed
    {81, 81, 81, 81, 81, 40},             // after:antecedent
    {-12, -12, -12, -12, -12, -6},        // after:speech
    {-12, -12, -12, -12, -12, -8},        // later:free
    {0, 0, 0, 0, 0, 0},                   // later:object
    {-7, -7, -7, -7, -7, -5},             // later:of
    {-9, -9, -9, -9, -9, -4},             // later:governed
    {-2, -2, -2, -2, -2, -1},             // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {88, 88, 88, 88, 88, 59},             // last:free
    {99, 99, 99, 99, 99, 50},             // last:object
    {68, 68, 68, 68, 68, 35},             // last:of
    {64, 64, 64, 64, 64, 31},             // last:governed
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {13, 13, 13, 13, 13, 6},              // last:speech
    {91, 91, 91, 91, 91, 47},             // two_back:free
    {-18, -18, -18, -18, -18, -9},        // two_back:object
    {76, 76, 76, 76, 76, 38},             // two_back:of
    {-6, -6, -6, -6, -6, -3},             // two_back:governed
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {-19, -19, -19, -19, -19, -10},       // two_back:speech
    {37, 37, 37, 37, 37, 18},             // paragraph:free
    {39, 39, 39, 39, 39, 20},             // paragraph:object
    {-51, -51, -51, -51, -51, -26},       // paragraph:of
    {-44, -44, -44, -44, -44, -22},       // paragraph:governed
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {44, 44, 44, 44, 44, 22},             // paragraph:speech
    {-93, -93, -93, -93, -93, -46},       // aside:free
    {-1, -1, -1, -1, -1, 0},              // aside:object
    {-18, -18, -18, -18, -18, -9},        // aside:of
    {-7, -7, -7, -7, -7, -4},             // aside:governed
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {105, 105, 105, 105, 105, 59},        // title:free
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-19, -19, -19, -19, -19, -13},       // title:of
    {87, 87, 87, 87, 87, 47},             // title:governed
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {-86, -86, -86, -86, -86, -40},       // title:speech
    {41, 41, 41, 41, 41, 14},             // heading:free
    {-59, -59, -59, -59, -59, -30},       // heading:object
    {-46, -46, -46, -46, -46, -17},       // heading:of
    {67, 67, 67, 67, 67, 34},             // heading:governed
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {-11, -11, -11, -11, -11, -5},        // heading:speech
    {192, 192, 192, 192, 192, 105},       // near_plain
    {179, 179, 179, 179, 179, 90},        // near_verb
    {113, 113, 113, 113, 113, 48},        // after_plain
    {12, 12, 12, 12, 12, 1},              // after_verb
    {86, 86, 86, 86, 86, 47},             // subject
    {4, 4, 4, 4, 4, 2},                   // role
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-55, -55, -55, -55, -55, -14},       // paragraph_ago
    {-80, -80, -80, -80, -80, -74},       // earlier
    {114, 63, 111, 157, 81, 116},         // focus
    {-7, -7, -7, -7, -7, -11},            // main
    {114, 114, 114, 114, 114, 46},        // clear_main
    {-10, -10, -10, -10, -10, 4},         // newcomer
    {28, 28, 28, 28, 28, 31},             // headed
    {178, 178, 178, 178, 178, 76},        // portrait
    {5, 5, 5, 5, 5, -1},                  // tied
    {26, 26, 26, 26, 26, 13},             // tied_there
    {-105, -105, -105, -105, -105, -52},  // other_post
    {66, 66, 66, 66, 66, 29},             // most
    {-108, -108, -108, -108, -108, -51},  // once
    {13, 13, 13, 13, 13, 7},              // half
    {20, 20, 20, 20, 20, 11},             // third
    {-1, -1, -1, -1, -1, -13},            // sixth
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
