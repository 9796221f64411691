using System.Linq.Expressions;
using TipSom.Domain.Reporting;

namespace TipSom.Web.Pages.Downloads;

/// <summary>A download as its pages show it, without the file.</summary>
public sealed record DownloadView(
    string Number, DownloadKind Kind, string Period, DownloadFormat Format, DownloadStatus Kept, int Done, int Of, DateTimeOffset AskedAt,
    DateTimeOffset? StartedAt, DateTimeOffset? KeptUntil, int? Length, int? Rows, byte[]? Sha256, int TimesFetched, string? Failure)
{
    public static Expression<Func<Download, DownloadView>> Row { get; } = d => new(
        d.Number, d.Kind, d.Period, d.Format, d.Status, d.Done, d.Of, d.AskedAt, d.StartedAt, d.KeptUntil, d.Length, d.Rows, d.Sha256, d.TimesFetched, d.Failure);

    /// <summary>How far it is: from the moment its day is over it is not kept, whether or not the worker has come round.</summary>
    public DownloadStatus StatusAt(DateTimeOffset now) => Kept == DownloadStatus.Ready && KeptUntil <= now ? DownloadStatus.Expired : Kept;

    /// <summary>About how many minutes are left, from what was done until now; null before anything was.</summary>
    public int? MinutesLeft(DateTimeOffset now) =>
        StartedAt is { } started && Done > 0 ? (int)Math.Ceiling((now - started).TotalMinutes / Done * Math.Max(0, Of - Done)) : null;
}
