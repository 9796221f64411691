using TipSom.Data.Reporting;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;

namespace TipSom.Web.Downloads;

/// <summary>
/// Makes files of one kind. It lives in a scope of its own, in which the database answers as it would answer the person who asked, in one
/// transaction that sees one moment; texts are in that person's language. A sentence for the person is a <see cref="Domain.RuleBrokenException"/>.
/// </summary>
public interface IDownloadMaker
{
    DownloadKind Kind { get; }

    /// <summary>Makes the file. Ends soon after <paramref name="ct"/> is cancelled, which happens when the person gives it up.</summary>
    Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct);
}

/// <summary>What somebody asked for.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Choices">What was chosen beside the period, by name.</param>
/// <param name="Format">How it is written.</param>
/// <param name="IsUrdu">Whether it is read from the right.</param>
/// <param name="By">Who asked.</param>
/// <param name="Role">With which role.</param>
/// <param name="AskedAt">When.</param>
public sealed record DownloadRequest(
    DownloadKind Kind, string Period, IReadOnlyDictionary<string, string> Choices, DownloadFormat Format, bool IsUrdu, Actor By, Role Role, DateTimeOffset AskedAt);
