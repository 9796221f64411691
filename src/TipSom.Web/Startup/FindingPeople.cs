using TipSom.Web.Finding;
using TipSom.Web.Pages.Finding;

namespace TipSom.Web.Startup;

public static class FindingPeople
{
    /// <summary>Keeps the index of names in this portal, as in every other one.</summary>
    public static IServiceCollection AddTipSomFinding(this IServiceCollection services) =>
        services.AddScoped<AlikePeople>().AddHostedService<FindingWorker>();
}
