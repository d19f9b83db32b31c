#include "resolve/person_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {183, 183, 183, 183, 183, 98},        // near_plain
    {180, 180, 180, 180, 180, 90},        // near_verb
    {109, 109, 109, 109, 109, 53},        // after_plain
    {23, 23, 23, 23, 23, 10},             // after_verb
    {47, 47, 47, 47, 47, 23},             // subject
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-77, -77, -77, -77, -77, -34},       // paragraph_ago
    {-79, -79, -79, -79, -79, -64},       // earlier
    {-10, -10, -10, -10, -10, -10},       // main
    {94, 94, 94, 94, 94, 44},             // clear_main
    {-11, -11, -11, -11, -11, 2},         // newcomer
    {11, 11, 11, 11, 11, 20},             // headed
    {73, 73, 73, 73, 73, 37},             // most
    {-97, -97, -97, -97, -97, -49},       // once
    {42, 42, 42, 42, 42, 21},             // half
    {10, 10, 10, 10, 10, 6},              // third
    {-1, -1, -1, -1, -1, -5},             // sixth
    {286, 189, 222, 314, 128, 157},       // near:free
    {211, 211, 211, 211, 211, 106},       // clause:free
    {212, 212, 212, 212, 212, 111},       // side:free
    {-8, -8, -8, -8, -8, -4},             // before:free
    {106, 106, 106, 106, 106, 53},        // after:free
    {-15, -15, -15, -15, -15, -8},        // later:free
    {83, 83, 83, 83, 83, 44},             // last:free
    {97, 97, 97, 97, 97, 47},             // two_back:free
    {26, 26, 26, 26, 26, 13},             // paragraph:free
    {-77, -77, -77, -77, -77, -38},       // aside:free
    {113, 113, 113, 113, 113, 58},        // title:free
    {40, 40, 40, 40, 40, 19},             // heading:free
    {-21, -21, -21, -41, -21, -20},       // near:object
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {0, 0, 0, 0, 0, 0},                   // side:object
    {0, 0, 0, 0, 0, 0},                   // before:object
    {36, 36, 36, 36, 36, 18},             // after:object
    {0, 0, 0, 0, 0, 0},                   // later:object
    {84, 84, 84, 84, 84, 42},             // last:object
    {-7, -7, -7, -7, -7, -4},             // two_back:object
    {42, 42, 42, 42, 42, 21},             // paragraph:object
    {-1, -1, -1, -1, -1, 0},              // aside:object
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-56, -56, -56, -56, -56, -28},       // heading:object
    {91, 25, -29, 29, 25, 14},            // near:of
    {25, 25, 25, 25, 25, 13},             // clause:of
    {-16, -16, -16, -16, -16, -8},        // side:of
    {24, 24, 24, 24, 24, 12},             // before:of
    {50, 50, 50, 50, 50, 24},             // after:of
    {-7, -7, -7, -7, -7, -4},             // later:of
    {101, 101, 101, 101, 101, 50},        // last:of
    {81, 81, 81, 81, 81, 40},             // two_back:of
    {-24, -24, -24, -24, -24, -12},       // paragraph:of
    {-17, -17, -17, -17, -17, -8},        // aside:of
    {-6, -6, -6, -6, -6, -3},             // title:of
    {10, 10, 10, 10, 10, 6},              // heading:of
    {73, 100, 51, 79, 60, 40},            // near:governed
    {86, 86, 86, 86, 86, 43},             // clause:governed
    {57, 57, 57, 57, 57, 28},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {-45, -45, -45, -45, -45, -23},       // after:governed
    {-10, -10, -10, -10, -10, -5},        // later:governed
    {41, 41, 41, 41, 41, 26},             // last:governed
    {42, 42, 42, 42, 42, 21},             // two_back:governed
    {-56, -56, -56, -56, -56, -28},       // paragraph:governed
    {-9, -9, -9, -9, -9, -4},             // aside:governed
    {95, 95, 95, 95, 95, 48},             // title:governed
    {39, 39, 39, 39, 39, 21},             // heading:governed
    {178, 76, 95, 106, 92, 58},           // near:antecedent
    {41, 41, 41, 41, 41, 20},             // clause:antecedent
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
    {209, 132, 133, 191, 132, 96},        // near:speech
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {-9, -9, -9, -9, -9, -4},             // after:speech
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {9, 9, 9, 9, 9, 4},                   // last:speech
    {-14, -14, -14, -14, -14, -7},        // two_back:speech
    {37, 37, 37, 37, 37, 18},             // paragraph:speech
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {-61, -61, -61, -61, -61, -30},       // title:speech
    {-16, -16, -16, -16, -16, -8},        // heading:speech
    {-96, -35, -39, -3, -35, -2},         // near:role_of
    {-36, -36, -36, -36, -36, -18},       // clause:role_of
    {70, 70, 70, 70, 70, 35},             // side:role_of
    {0, 0, 0, 0, 0, 0},                   // before:role_of
    {-3, -3, -3, -3, -3, -2},             // after:role_of
    {0, 0, 0, 0, 0, 0},                   // later:role_of
    {-2, -2, -2, -2, -2, -1},             // last:role_of
    {-28, -28, -28, -28, -28, -14},       // two_back:role_of
    {-82, -82, -82, -82, -82, -41},       // paragraph:role_of
    {0, 0, 0, 0, 0, 0},                   // aside:role_of
    {-28, -28, -28, -28, -28, -14},       // title:role_of
    {-60, -60, -60, -60, -60, -30},       // heading:role_of
    {-1, -1, -1, -1, -1, 0},              // role
    {130, 73, 116, 155, 89, 104},         // focus
    {163, 163, 163, 163, 163, 79},        // portrait
    {20, 20, 20, 20, 20, 8},              // tied
    {96, 96, 96, 96, 96, 48},             // tied_there
    {148, 77, 77, 80, 77, 40},            // beside_club
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
