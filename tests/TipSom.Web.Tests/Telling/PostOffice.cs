using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using TipSom.Data;
using TipSom.Data.Telling;
using TipSom.TestSupport;
using TipSom.Web.Localisation;
using TipSom.Web.Telling;

namespace TipSom.Web.Tests.Telling;

/// <summary>Workers as tipsom_app on a test's database, a mail server, and what the outbox says as its owner reads it.</summary>
internal sealed class PostOffice(TestDatabase database, TimeProvider clock) : IAsyncDisposable
{
    private readonly NpgsqlDataSource asApp = NpgsqlDataSource.Create(database.AppConnectionString);

    public MailServer Server { get; } = new();

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    public CapturedLog Log { get; } = new();

    public Outbox Outbox => new(TestKeys.Program(asApp));

    public MailSender Sender => new(Options.Create(Settings), new MailText(new StringLocalizer<Ui>(new UiLocalizerFactory())))
    {
        Patience = Patience
    };

    public MailOptions Settings => new()
    {
        Host = "127.0.0.1",
        Port = Server.Port,
        From = "TipSom <portal@tipsom.test>",
        PublicUrl = "https://tipsom.test"
    };

    public MailWorker Worker() => new(Outbox, Sender, clock, new Logger<MailWorker>(new LoggerFactory([Log])));

    /// <summary>Works until nothing is due.</summary>
    public async Task<int> EmptyAsync(MailWorker? worker = null)
    {
        worker ??= Worker();
        var all = 0;
        while (await worker.WorkAsync(TestContext.Current.CancellationToken) is > 0 and var some)
            all += some;
        return all;
    }

    public async Task<List<OutboxMail>> MailsAsync()
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        return await db.Outbox.AsNoTracking().OrderBy(m => m.MadeAt).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await asApp.DisposeAsync();
    }
}
