using TipSom.Web.Retention;
using TipSom.Web.Statistics;
using TipSom.Web.Telling;

namespace TipSom.Web.Startup;

public static class TurnClocks
{
    /// <summary>Runs the workers of the clocks, of the schedule of keeping and of the figures in this portal, as in every other one.</summary>
    public static IServiceCollection AddTipSomClocks(this IServiceCollection services) =>
        services.AddHostedService<ClockWorker>().AddHostedService<RetentionWorker>().AddHostedService<CountingWorker>();
}
