#include "resolve/focus/person_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker, birth.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {186, 186, 186, 186, 186, 99},        // near_plain
    {189, 189, 189, 189, 189, 94},        // near_verb
    {88, 88, 88, 88, 88, 42},             // after_plain
    {32, 32, 32, 32, 32, 14},             // after_verb
    {78, 78, 78, 78, 78, 42},             // subject
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-80, -80, -80, -80, -80, -37},       // paragraph_ago
    {-104, -104, -104, -104, -104, -76},  // earlier
    {13, 13, 13, 13, 13, 4},              // main
    {98, 98, 98, 98, 98, 48},             // clear_main
    {-6, -6, -6, -6, -6, 6},              // newcomer
    {22, 22, 22, 22, 22, 24},             // headed
    {44, 44, 44, 44, 44, 26},             // most
    {-93, -93, -93, -93, -93, -53},       // once
    {43, 43, 43, 43, 43, 22},             // half
    {6, 6, 6, 6, 6, 5},                   // third
    {-2, -2, -2, -2, -2, -2},             // sixth
    {290, 144, 185, 273, 148, 139},       // near:free
    {171, 171, 171, 171, 171, 86},        // clause:free
    {177, 177, 177, 177, 177, 94},        // side:free
    {-8, -8, -8, -8, -8, -4},             // before:free
    {112, 112, 112, 112, 112, 56},        // after:free
    {4, 4, 4, 4, 4, 2},                   // later:free
    {102, 102, 102, 102, 102, 60},        // last:free
    {84, 84, 84, 84, 84, 42},             // two_back:free
    {28, 28, 28, 28, 28, 14},             // paragraph:free
    {-62, -62, -62, -62, -62, -32},       // aside:free
    {122, 122, 122, 122, 122, 62},        // title:free
    {60, 60, 60, 60, 60, 30},             // heading:free
    {-4, -6, -4, -7, -4, -3},             // near:object
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {22, 22, 22, 22, 22, 10},             // side:object
    {0, 0, 0, 0, 0, 0},                   // before:object
    {32, 32, 32, 32, 32, 16},             // after:object
    {0, 0, 0, 0, 0, 0},                   // later:object
    {92, 92, 92, 92, 92, 46},             // last:object
    {14, 14, 14, 14, 14, 7},              // two_back:object
    {2, 2, 2, 2, 2, 0},                   // paragraph:object
    {0, 0, 0, 0, 0, 0},                   // aside:object
    {12, 12, 12, 12, 12, 6},              // title:object
    {-37, -37, -37, -37, -37, -18},       // heading:object
    {88, 30, -19, 46, 30, 23},            // near:of
    {18, 18, 18, 18, 18, 9},              // clause:of
    {-4, -4, -4, -4, -4, -2},             // side:of
    {26, 26, 26, 26, 26, 14},             // before:of
    {50, 50, 50, 50, 50, 24},             // after:of
    {-3, -3, -3, -3, -3, -2},             // later:of
    {102, 102, 102, 102, 102, 52},        // last:of
    {118, 118, 118, 118, 118, 59},        // two_back:of
    {-67, -67, -67, -67, -67, -33},       // paragraph:of
    {-4, -4, -4, -4, -4, -2},             // aside:of
    {4, 4, 4, 4, 4, 2},                   // title:of
    {4, 4, 4, 4, 4, 2},                   // heading:of
    {126, 118, 74, 104, 84, 52},          // near:governed
    {74, 74, 74, 74, 74, 36},             // clause:governed
    {74, 74, 74, 74, 74, 37},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {-18, -18, -18, -18, -18, -10},       // after:governed
    {-3, -3, -3, -3, -3, -2},             // later:governed
    {100, 100, 100, 100, 100, 56},        // last:governed
    {55, 55, 55, 55, 55, 28},             // two_back:governed
    {-22, -22, -22, -22, -22, -11},       // paragraph:governed
    {-6, -6, -6, -6, -6, -4},             // aside:governed
    {84, 84, 84, 84, 84, 42},             // title:governed
    {12, 12, 12, 12, 12, 7},              // heading:governed
    {186, 95, 100, 112, 99, 60},          // near:antecedent
    {39, 39, 39, 39, 39, 20},             // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {78, 78, 78, 78, 78, 38},             // after:antecedent
    {-2, -2, -2, -2, -2, 0},              // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {209, 124, 124, 161, 124, 81},        // near:speech
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {-2, -2, -2, -2, -2, -1},             // after:speech
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {10, 10, 10, 10, 10, 4},              // last:speech
    {-14, -14, -14, -14, -14, -6},        // two_back:speech
    {37, 37, 37, 37, 37, 18},             // paragraph:speech
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {-29, -29, -29, -29, -29, -14},       // title:speech
    {-12, -12, -12, -12, -12, -6},        // heading:speech
    {-66, -38, -47, -41, -38, -20},       // near:role_of
    {-30, -30, -30, -30, -30, -15},       // clause:role_of
    {88, 88, 88, 88, 88, 45},             // side:role_of
    {0, 0, 0, 0, 0, 0},                   // before:role_of
    {-27, -27, -27, -27, -27, -14},       // after:role_of
    {0, 0, 0, 0, 0, 0},                   // later:role_of
    {-1, -1, -1, -1, -1, 0},              // last:role_of
    {-27, -27, -27, -27, -27, -14},       // two_back:role_of
    {-69, -69, -69, -69, -69, -35},       // paragraph:role_of
    {0, 0, 0, 0, 0, 0},                   // aside:role_of
    {-19, -19, -19, -19, -19, -9},        // title:role_of
    {-56, -56, -56, -56, -56, -28},       // heading:role_of
    {-22, -24, -44, -32, -24, -16},       // near:replaced
    {6, 6, 6, 6, 6, 3},                   // clause:replaced
    {-14, -14, -14, -14, -14, -7},        // side:replaced
    {6, 6, 6, 6, 6, 3},                   // before:replaced
    {-18, -18, -18, -18, -18, -9},        // after:replaced
    {-11, -11, -11, -11, -11, -6},        // later:replaced
    {11, 11, 11, 11, 11, 6},              // last:replaced
    {15, 15, 15, 15, 15, 7},              // two_back:replaced
    {-24, -24, -24, -24, -24, -12},       // paragraph:replaced
    {-12, -12, -12, -12, -12, -6},        // aside:replaced
    {16, 16, 16, 16, 16, 7},              // title:replaced
    {42, 42, 42, 42, 42, 22},             // heading:replaced
    {46, 46, 46, 46, 46, 23},             // role
    {117, 76, 82, 136, 28, 96},           // focus
    {178, 178, 178, 178, 178, 86},        // portrait
    {42, 42, 42, 42, 42, 20},             // tied
    {72, 72, 72, 72, 72, 36},             // tied_there
    {140, 74, 74, 82, 74, 42},            // beside_club
    {-127, -127, -127, -127, -127, -62},  // other_post
    {-250, -250, -250, -250, -250, 0},    // subordinate
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
