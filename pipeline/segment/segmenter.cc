#include "segment/segmenter.h"

#include "segment/layout.h"

namespace panchina {
namespace {

NormSpan span_of(const Document& document, IndexRange tokens) {
  return {document.tokens[tokens.begin].span.begin, document.tokens[tokens.end - 1].span.end};
}

bool has_sentences(BlockLabel label) { return is_article(label) || label == BlockLabel::kPageDate; }

bool is_own_paragraph(const Piece& piece) {
  return piece.label == BlockLabel::kBody && piece.own_block && !piece.row;
}

// Whether a piece, not the first, begins in the line after the one before it: no empty line
// between.
bool in_next_line(const Document& document, const Piece& piece) {
  const std::uint32_t from = document.tokens[piece.tokens.begin - 1].span.end;
  const std::uint32_t to = document.tokens[piece.tokens.begin].span.begin;
  const std::string_view gap = document.text.norm().substr(from, to - from);
  return gap.find('\n') == gap.rfind('\n');
}

// Whether empty lines stand between all paragraphs of the page.
bool is_spaced(const Document& document, const std::vector<Piece>& pieces) {
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const bool follows = is_own_paragraph(pieces[i]) && is_own_paragraph(pieces[i - 1]);
    if (follows && in_next_line(document, pieces[i])) return false;
  }
  return true;
}

// Opens and ends as a sentence of running text does: no number, no label before a colon or a dash,
// no list.
bool is_told(const Document& document, IndexRange sentence) {
  const Token& first = document.tokens[sentence.begin];
  const Token& last = document.tokens[sentence.end - 1];
  const char second = sentence.size() > 1 ? document.tokens[sentence.begin + 1].mark : '\0';
  const bool labelled = second == ':' || second == '-' || second == '\1';  // a dash
  return first.kind != TokenKind::kNumber && first.letters != LetterCase::kLower && !labelled &&
         last.kind == TokenKind::kPunct && last.mark != ':' && last.mark != ';' && last.mark != ',';
}

// Builds the layers from pieces, piece by piece.
class Builder {
 public:
  // `spaced`: of a page with empty lines between all its paragraphs, none of which parts more than
  // the end of a line elsewhere.
  Builder(Document& document, const SentenceSplitter& splitter, bool spaced)
      : document_(document), splitter_(splitter), spaced_(spaced) {}

  void add(const Piece& piece) {
    if (document_.sections.empty() || piece.edge) open_section(piece);
    find_sentences(piece);
    const bool lone =
        is_own_paragraph(piece) && found_.size() == 1 && is_told(document_, piece.tokens);
    // Many pages go to a new line with every sentence.
    const bool goes_on = lone && last_lone_ && (spaced_ || in_next_line(document_, piece));
    const bool merges = !document_.blocks.empty() && !piece.edge &&
                        ((!piece.own_block && !last_own_) || goes_on) &&
                        document_.blocks.back().label == piece.label;
    if (merges) {
      Block& block = document_.blocks.back();
      block.tokens.end = piece.tokens.end;
      block.span = span_of(document_, block.tokens);
    } else {
      open_block(piece);
    }
    last_own_ = piece.own_block;
    last_lone_ = lone;
    add_sentences(piece);
    Block& block = document_.blocks.back();
    block.sentences.end = static_cast<Index>(document_.sentences.size());
    Section& section = document_.sections.back();
    section.span.end = block.span.end;
    section.blocks.end = static_cast<Index>(document_.blocks.size());
  }

 private:
  void open_section(const Piece& piece) {
    Section section;
    section.span = span_of(document_, piece.tokens);
    section.blocks.begin = section.blocks.end = static_cast<Index>(document_.blocks.size());
    document_.sections.push_back(section);
    heading_ = kNoIndex;
  }

  void open_block(const Piece& piece) {
    Block block;
    block.tokens = piece.tokens;
    block.span = span_of(document_, piece.tokens);
    block.label = piece.label;
    block.section = static_cast<Index>(document_.sections.size()) - 1;
    block.sentences.begin = block.sentences.end = static_cast<Index>(document_.sentences.size());
    block.heading = heading_;
    if (piece.label == BlockLabel::kHeading || piece.label == BlockLabel::kTitle) {
      heading_ = static_cast<Index>(document_.blocks.size());
      block.heading = kNoIndex;
    }
    document_.blocks.push_back(block);
  }

  // A date line, or a heading in capitals: its stops end no sentence.
  bool is_whole(const Piece& piece) const {
    if (piece.label == BlockLabel::kDateline || piece.label == BlockLabel::kPageDate) return true;
    if (piece.label != BlockLabel::kHeading && piece.label != BlockLabel::kTitle) return false;
    for (Index i = piece.tokens.begin; i < piece.tokens.end; ++i) {
      if (document_.tokens[i].letters == LetterCase::kLower) return false;
    }
    return true;
  }

  void find_sentences(const Piece& piece) {
    found_.clear();
    if (!has_sentences(piece.label)) return;
    const bool one = piece.row || is_whole(piece);
    if (one && piece.tokens.size() <= kLongestSentence) {
      found_.push_back(piece.tokens);
    } else if (splitter_.split(document_.text.norm(), document_.tokens, piece.tokens, found_) ==
               SentenceCut::kTooLong) {
      document_.info.truncated = true;
    }
  }

  void add_sentences(const Piece& piece) {
    for (const IndexRange tokens : found_) {
      Sentence sentence;
      sentence.tokens = tokens;
      sentence.span = span_of(document_, tokens);
      sentence.block = static_cast<Index>(document_.blocks.size()) - 1;
      sentence.row = piece.row;
      document_.sentences.push_back(sentence);
    }
  }

  Document& document_;
  const SentenceSplitter& splitter_;
  bool spaced_;
  std::vector<IndexRange> found_;  // the sentences of the piece
  Index heading_ = kNoIndex;
  bool last_own_ = false;
  bool last_lone_ = false;  // a paragraph of one sentence
};

void clear_layers(Document& document) {
  document.sections.clear();
  document.blocks.clear();
  document.sentences.clear();
}

}  // namespace

void Segmenter::segment(Document& document) const { (void)segment_and_tell(document); }

std::vector<Index> Segmenter::segment_and_tell(Document& document) const {
  clear_layers(document);
  if (document.tokens.empty()) return {};
  Layout layout(rules_, beginnings_, lexicon_, document);
  const std::vector<Piece> pieces = layout.run();
  Builder builder(document, splitter_, is_spaced(document, pieces));
  for (const Piece& piece : pieces) builder.add(piece);
  return layout.fired();
}

void Segmenter::split_sentences(Document& document) const {
  clear_layers(document);
  const std::vector<Token>& tokens = document.tokens;
  if (tokens.empty()) return;
  const std::string_view norm = document.text.norm();
  Builder builder(document, splitter_, false);
  Piece piece;
  piece.tokens = {0, 0};
  const auto total = static_cast<Index>(tokens.size());
  const auto ends_line = [&](Index next) {
    const std::string_view gap =
        norm.substr(tokens[next - 1].span.end, tokens[next].span.begin - tokens[next - 1].span.end);
    if (gap.find('\n') != gap.rfind('\n')) return true;  // an empty line
    const Token& last = tokens[next - 1];
    if (last.mark == ',' || last.mark == ';' || rules_.words().has(last.word, kWordOpener))
      return false;
    return tokens[next].letters != LetterCase::kLower && last.kind == TokenKind::kWord;
  };
  for (Index i = 1; i <= total; ++i) {
    if (i < total && !(tokens[i].line_before && ends_line(i))) continue;
    piece.tokens.end = i;
    builder.add(piece);
    piece.tokens.begin = i;
  }
}

}  // namespace panchina
