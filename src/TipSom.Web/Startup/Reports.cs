using TipSom.Web.Downloads;

namespace TipSom.Web.Startup;

public static class Reports
{
    /// <summary>Who makes the files of the reports.</summary>
    public static IServiceCollection AddTipSomReports(this IServiceCollection services) => services
        .AddScoped<IDownloadMaker, AnnualReportMaker>()
        .AddScoped<IDownloadMaker, DistrictReportMaker>();
}
