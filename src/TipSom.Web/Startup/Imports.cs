using TipSom.Web.Imports;

namespace TipSom.Web.Startup;

public static class Imports
{
    /// <summary>Runs the worker that brings registers in, in this portal as in every other one.</summary>
    public static IServiceCollection AddTipSomImports(this IServiceCollection services) => services.AddHostedService<ImportWorker>();
}
