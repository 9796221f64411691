using TipSom.Web.Telling;

namespace TipSom.Web.Startup;

public static class TurnClocks
{
    /// <summary>Runs the worker of the clocks in this portal, as in every other one.</summary>
    public static IServiceCollection AddTipSomClocks(this IServiceCollection services) => services.AddHostedService<ClockWorker>();
}
