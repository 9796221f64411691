using TipSom.Web.Downloads;
using TipSom.Web.Exports;

namespace TipSom.Web.Startup;

public static class Downloads
{
    /// <summary>Runs the worker that makes files of figures, in this portal as in every other one. Who makes which kind is registered beside it.</summary>
    public static IServiceCollection AddTipSomDownloads(this IServiceCollection services) => services
        .AddScoped<DownloadDesk>()
        .AddScoped<IDownloadMaker, HtcdsMaker>().AddScoped<IDownloadMaker, CtdcMaker>().AddScoped<IDownloadMaker, IcTipMaker>()
        .AddScoped<IDownloadMaker, GlotipMaker>().AddScoped<IDownloadMaker, NationalPoliceBureauMaker>()
        .AddSingleton<MakeDownload>()
        .AddHostedService<DownloadWorker>();
}
