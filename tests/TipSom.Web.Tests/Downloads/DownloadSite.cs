using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Data.Reporting;
using TipSom.Domain;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;
using TipSom.Web.Downloads;

namespace TipSom.Web.Tests.Downloads;

/// <summary>A portal with makers that do what a test needs of them.</summary>
public sealed class DownloadSite(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    public World World { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public Task<PortalBrowser> As(User user, string? culture = null) => Portal.BrowserOfAsync(user, culture);

    /// <summary>One round of the worker of this portal.</summary>
    public Task<bool> WorkAsync(CancellationToken ct) => Portal.Services.GetRequiredService<MakeDownload>().WorkAsync(ct);

    public Task OwnerAsync(FormattableString sql) => World.AsOwnerAsync(db => db.Database.ExecuteSqlAsync(sql));

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        World = new World(database);
        Portal = new Portal(database)
        {
            Besides = services => services.RemoveAll<IDownloadMaker>()
                .AddScoped<IDownloadMaker, CountingMaker>().AddScoped<IDownloadMaker, RefusingMaker>()
                .AddScoped<IDownloadMaker, FailingMaker>().AddScoped<IDownloadMaker, SlowMaker>()
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await World.DisposeAsync();
        await database.DisposeAsync();
    }
}

/// <summary>Counts the cases that the person sees, in the person's language.</summary>
public sealed class CountingMaker(TipSomDbContext db) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.Ctdc;

    public async Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        progress.Report((1, 2));
        var cases = await db.Cases.CountAsync(ct);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"cases {cases} {request.Period} {string.Join(",", request.Choices.Values)} {CultureInfo.CurrentUICulture.Name} {request.IsUrdu} {request.By.Name}");
        return new MadeFile(Encoding.UTF8.GetBytes(text), "counted.csv", 1);
    }
}

public sealed class RefusingMaker : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.Htcds;

    public Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct) =>
        throw new RuleBrokenException(Download.TookTooLong);
}

public sealed class FailingMaker : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.IcTip;

    public Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct) =>
        throw new InvalidOperationException("Canary of a row");
}

/// <summary>Is at work until it is told to end.</summary>
public sealed class SlowMaker : IDownloadMaker
{
    public static TaskCompletionSource? Ended { get; set; }

    public DownloadKind Kind => DownloadKind.Glotip;

    public async Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        progress.Report((3, 10));
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        finally
        {
            Ended?.TrySetResult();
        }

        return new MadeFile([], "never.csv", 0);
    }
}
