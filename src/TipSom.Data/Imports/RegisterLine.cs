using TipSom.Domain.Cases;
using TipSom.Domain.Imports;
using TipSom.Domain.Victims;

namespace TipSom.Data.Imports;

/// <summary>One line of a register as it was read: a person and what it says of the case. It names somebody and is never logged.</summary>
/// <param name="Row">Which line of the file, the heading being 1.</param>
/// <param name="CaseKey">What tells its case; null where the line is a case of its own.</param>
/// <param name="Facts">What it says of the case.</param>
/// <param name="Person">What it says of the person.</param>
/// <param name="Identity">Who it is.</param>
/// <param name="Happened">What happened; null where nothing is written.</param>
public sealed record RegisterLine(
    int Row, string? CaseKey, CaseFacts Facts, PersonFacts Person, IdentityDetails Identity, string? Happened)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(RegisterLine);
}

/// <summary>A line that is left out, and why.</summary>
/// <param name="Row">Which line of the file, the heading being 1.</param>
/// <param name="Problems">What is wrong with it, field by field; the sentences are keys of their translation.</param>
public sealed record LeftOutLine(int Row, IReadOnlyList<RowProblem> Problems);

/// <summary>One thing wrong with a line.</summary>
/// <param name="Field">Which field; null where it is the line as a whole.</param>
/// <param name="Sentence">What to do about it; key of its translation.</param>
public sealed record RowProblem(RegisterField? Field, string Sentence);
