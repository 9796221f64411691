using Serilog;
using Serilog.Core;
using Serilog.Events;
using TipSom.Web.Startup;

namespace TipSom.Web.Tests.Shell;

public sealed class LogTests
{
    [Fact]
    public void What_the_host_adds_to_every_event_does_not_reach_the_log()
    {
        var kept = new Kept();
        using var logger = new LoggerConfiguration().Enrich.With<Logging.OnlyKnownProperties>().WriteTo.Sink(kept).CreateLogger();

        logger.ForContext("RequestPath", "/cases/secret").ForContext("ConnectionId", "0H").ForContext("RequestId", "0H:1").Information("x");

        Assert.Equal(["RequestId"], kept.Event!.Properties.Keys);
    }

    private sealed class Kept : ILogEventSink
    {
        public LogEvent? Event { get; private set; }

        public void Emit(LogEvent logEvent) => Event = logEvent;
    }
}
