#include "resolve/person_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {187, 187, 187, 187, 187, 98},        // near_plain
    {189, 189, 189, 189, 189, 94},        // near_verb
    {104, 104, 104, 104, 104, 50},        // after_plain
    {16, 16, 16, 16, 16, 7},              // after_verb
    {64, 64, 64, 64, 64, 32},             // subject
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-71, -71, -71, -71, -71, -32},       // paragraph_ago
    {-78, -78, -78, -78, -78, -63},       // earlier
    {-16, -16, -16, -16, -16, -11},       // main
    {104, 104, 104, 104, 104, 49},        // clear_main
    {-23, -23, -23, -23, -23, -4},        // newcomer
    {19, 19, 19, 19, 19, 24},             // headed
    {74, 74, 74, 74, 74, 39},             // most
    {-102, -102, -102, -102, -102, -53},  // once
    {7, 7, 7, 7, 7, 3},                   // half
    {12, 12, 12, 12, 12, 7},              // third
    {-8, -8, -8, -8, -8, -7},             // sixth
    {263, 182, 215, 310, 119, 155},       // near:free
    {203, 203, 203, 203, 203, 102},       // clause:free
    {200, 200, 200, 200, 200, 106},       // side:free
    {-9, -9, -9, -9, -9, -4},             // before:free
    {109, 109, 109, 109, 109, 54},        // after:free
    {-16, -16, -16, -16, -16, -8},        // later:free
    {83, 83, 83, 83, 83, 46},             // last:free
    {99, 99, 99, 99, 99, 50},             // two_back:free
    {24, 24, 24, 24, 24, 12},             // paragraph:free
    {-83, -83, -83, -83, -83, -42},       // aside:free
    {113, 113, 113, 113, 113, 59},        // title:free
    {37, 37, 37, 37, 37, 19},             // heading:free
    {-27, -27, -27, -54, -27, -27},       // near:object
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {0, 0, 0, 0, 0, 0},                   // side:object
    {0, 0, 0, 0, 0, 0},                   // before:object
    {35, 35, 35, 35, 35, 18},             // after:object
    {0, 0, 0, 0, 0, 0},                   // later:object
    {85, 85, 85, 85, 85, 42},             // last:object
    {-12, -12, -12, -12, -12, -6},        // two_back:object
    {36, 36, 36, 36, 36, 18},             // paragraph:object
    {-1, -1, -1, -1, -1, 0},              // aside:object
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-45, -45, -45, -45, -45, -22},       // heading:object
    {40, 27, -38, 93, 27, 46},            // near:of
    {-12, -12, -12, -12, -12, -6},        // clause:of
    {-16, -16, -16, -16, -16, -8},        // side:of
    {24, 24, 24, 24, 24, 12},             // before:of
    {40, 40, 40, 40, 40, 18},             // after:of
    {-8, -8, -8, -8, -8, -4},             // later:of
    {82, 82, 82, 82, 82, 41},             // last:of
    {62, 62, 62, 62, 62, 31},             // two_back:of
    {-83, -83, -83, -83, -83, -42},       // paragraph:of
    {-16, -16, -16, -16, -16, -8},        // aside:of
    {-25, -25, -25, -25, -25, -13},       // title:of
    {-38, -38, -38, -38, -38, -18},       // heading:of
    {65, 94, 45, 75, 54, 38},             // near:governed
    {88, 88, 88, 88, 88, 44},             // clause:governed
    {62, 62, 62, 62, 62, 31},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {-43, -43, -43, -43, -43, -22},       // after:governed
    {-11, -11, -11, -11, -11, -6},        // later:governed
    {44, 44, 44, 44, 44, 29},             // last:governed
    {35, 35, 35, 35, 35, 18},             // two_back:governed
    {-58, -58, -58, -58, -58, -29},       // paragraph:governed
    {-8, -8, -8, -8, -8, -4},             // aside:governed
    {98, 98, 98, 98, 98, 50},             // title:governed
    {56, 56, 56, 56, 56, 28},             // heading:governed
    {180, 75, 97, 111, 92, 59},           // near:antecedent
    {43, 43, 43, 43, 43, 22},             // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {89, 89, 89, 89, 89, 44},             // after:antecedent
    {-1, -1, -1, -1, -1, 0},              // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {206, 129, 129, 188, 129, 94},        // near:speech
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {-9, -9, -9, -9, -9, -4},             // after:speech
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {8, 8, 8, 8, 8, 4},                   // last:speech
    {-19, -19, -19, -19, -19, -10},       // two_back:speech
    {38, 38, 38, 38, 38, 19},             // paragraph:speech
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {-67, -67, -67, -67, -67, -33},       // title:speech
    {-12, -12, -12, -12, -12, -6},        // heading:speech
    {11, 11, 11, 11, 11, 6},              // role
    {130, 77, 109, 162, 87, 108},         // focus
    {170, 170, 170, 170, 170, 84},        // portrait
    {23, 23, 23, 23, 23, 6},              // tied
    {50, 50, 50, 50, 50, 25},             // tied_there
    {12, 9, 9, 17, 9, 9},                 // beside_club
    {-142, -142, -142, -142, -142, -71},  // other_post
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
