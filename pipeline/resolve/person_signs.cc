#include "resolve/person_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker, birth.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {181, 181, 181, 181, 181, 96},        // near_plain
    {180, 180, 180, 180, 180, 90},        // near_verb
    {107, 107, 107, 107, 107, 52},        // after_plain
    {20, 20, 20, 20, 20, 8},              // after_verb
    {47, 47, 47, 47, 47, 24},             // subject
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-74, -74, -74, -74, -74, -32},       // paragraph_ago
    {-80, -80, -80, -80, -80, -64},       // earlier
    {-16, -16, -16, -16, -16, -14},       // main
    {94, 94, 94, 94, 94, 44},             // clear_main
    {-12, -12, -12, -12, -12, 2},         // newcomer
    {10, 10, 10, 10, 10, 20},             // headed
    {65, 65, 65, 65, 65, 34},             // most
    {-98, -98, -98, -98, -98, -50},       // once
    {42, 42, 42, 42, 42, 22},             // half
    {16, 16, 16, 16, 16, 10},             // third
    {-4, -4, -4, -4, -4, -6},             // sixth
    {286, 187, 221, 314, 128, 158},       // near:free
    {210, 210, 210, 210, 210, 105},       // clause:free
    {215, 215, 215, 215, 215, 112},       // side:free
    {-8, -8, -8, -8, -8, -4},             // before:free
    {106, 106, 106, 106, 106, 53},        // after:free
    {-13, -13, -13, -13, -13, -6},        // later:free
    {82, 82, 82, 82, 82, 47},             // last:free
    {92, 92, 92, 92, 92, 46},             // two_back:free
    {24, 24, 24, 24, 24, 12},             // paragraph:free
    {-74, -74, -74, -74, -74, -37},       // aside:free
    {118, 118, 118, 118, 118, 62},        // title:free
    {44, 44, 44, 44, 44, 22},             // heading:free
    {-13, -13, -13, -25, -13, -12},       // near:object
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {0, 0, 0, 0, 0, 0},                   // side:object
    {0, 0, 0, 0, 0, 0},                   // before:object
    {36, 36, 36, 36, 36, 18},             // after:object
    {0, 0, 0, 0, 0, 0},                   // later:object
    {85, 85, 85, 85, 85, 42},             // last:object
    {-6, -6, -6, -6, -6, -3},             // two_back:object
    {41, 41, 41, 41, 41, 20},             // paragraph:object
    {0, 0, 0, 0, 0, 0},                   // aside:object
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-52, -52, -52, -52, -52, -26},       // heading:object
    {90, 25, -28, 30, 25, 14},            // near:of
    {24, 24, 24, 24, 24, 12},             // clause:of
    {-16, -16, -16, -16, -16, -8},        // side:of
    {24, 24, 24, 24, 24, 12},             // before:of
    {35, 35, 35, 35, 35, 17},             // after:of
    {-7, -7, -7, -7, -7, -4},             // later:of
    {94, 94, 94, 94, 94, 47},             // last:of
    {97, 97, 97, 97, 97, 48},             // two_back:of
    {-29, -29, -29, -29, -29, -14},       // paragraph:of
    {-16, -16, -16, -16, -16, -8},        // aside:of
    {-2, -2, -2, -2, -2, -2},             // title:of
    {10, 10, 10, 10, 10, 6},              // heading:of
    {74, 98, 50, 79, 59, 40},             // near:governed
    {88, 88, 88, 88, 88, 44},             // clause:governed
    {57, 57, 57, 57, 57, 28},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {-44, -44, -44, -44, -44, -22},       // after:governed
    {-11, -11, -11, -11, -11, -6},        // later:governed
    {41, 41, 41, 41, 41, 26},             // last:governed
    {44, 44, 44, 44, 44, 22},             // two_back:governed
    {-54, -54, -54, -54, -54, -27},       // paragraph:governed
    {-8, -8, -8, -8, -8, -4},             // aside:governed
    {100, 100, 100, 100, 100, 50},        // title:governed
    {42, 42, 42, 42, 42, 23},             // heading:governed
    {180, 77, 96, 106, 92, 56},           // near:antecedent
    {41, 41, 41, 41, 41, 20},             // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {88, 88, 88, 88, 88, 44},             // after:antecedent
    {-2, -2, -2, -2, -2, 0},              // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {204, 130, 130, 187, 130, 94},        // near:speech
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {-8, -8, -8, -8, -8, -4},             // after:speech
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {11, 11, 11, 11, 11, 5},              // last:speech
    {-16, -16, -16, -16, -16, -8},        // two_back:speech
    {36, 36, 36, 36, 36, 18},             // paragraph:speech
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {-59, -59, -59, -59, -59, -29},       // title:speech
    {-14, -14, -14, -14, -14, -7},        // heading:speech
    {-106, -49, -53, -36, -49, -18},      // near:role_of
    {-36, -36, -36, -36, -36, -18},       // clause:role_of
    {70, 70, 70, 70, 70, 35},             // side:role_of
    {0, 0, 0, 0, 0, 0},                   // before:role_of
    {-1, -1, -1, -1, -1, -1},             // after:role_of
    {0, 0, 0, 0, 0, 0},                   // later:role_of
    {-2, -2, -2, -2, -2, 0},              // last:role_of
    {-26, -26, -26, -26, -26, -13},       // two_back:role_of
    {-79, -79, -79, -79, -79, -40},       // paragraph:role_of
    {0, 0, 0, 0, 0, 0},                   // aside:role_of
    {-26, -26, -26, -26, -26, -13},       // title:role_of
    {-59, -59, -59, -59, -59, -30},       // heading:role_of
    {2, 2, 2, 2, 2, 2},                   // role
    {132, 72, 116, 162, 72, 108},         // focus
    {162, 162, 162, 162, 162, 79},        // portrait
    {26, 26, 26, 26, 26, 10},             // tied
    {90, 90, 90, 90, 90, 45},             // tied_there
    {148, 78, 78, 82, 78, 42},            // beside_club
    {-142, -142, -142, -142, -142, -70},  // other_post
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
