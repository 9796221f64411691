using Microsoft.Extensions.Logging;
using TipSom.TestSupport;
using TipSom.Web.Startup;

namespace TipSom.Web.Tests.Shell;

public sealed class WorkerTests
{
    [Fact]
    public async Task A_round_that_fails_is_named_by_its_kind_alone_and_another_comes()
    {
        var (log, ct) = (new CapturedLog(), TestContext.Current.CancellationToken);
        using var worker = new Failing(log);

        await worker.StartAsync(ct);
        await worker.Succeeded.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
        await worker.StopAsync(ct);

        Assert.Equal(["Failing failed and is tried again: InvalidOperationException (null)", "Failing waits: the database is away"], log.Lines.Select(l => l.Trim()));
    }

    private sealed class Failing(ILogger log) : Worker(TimeProvider.System, log)
    {
        private int rounds;

        public TaskCompletionSource Succeeded { get; } = new();

        protected override TimeSpan Pause => TimeSpan.FromMilliseconds(1);

        protected override Task<bool> RoundAsync(CancellationToken ct)
        {
            switch (++rounds)
            {
                case 1: throw new InvalidOperationException("Zarmeena Canarybird");
                case 2: throw new TimeoutException();
                default:
                    Succeeded.TrySetResult();
                    return Task.FromResult(false);
            }
        }
    }
}
