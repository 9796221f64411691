using TipSom.Web.Documents;

namespace TipSom.Web.Startup;

public static class Scanner
{
    /// <summary>Reads where the virus scanner is. Without one no worker runs and documents wait; outside Development it cannot be off.</summary>
    public static WebApplicationBuilder AddTipSomScanner(this WebApplicationBuilder builder)
    {
        var given = builder.Configuration;
        var settings = new ScannerOptions
        {
            Host = given["Scanner:Host"],
            Port = given.GetValue("Scanner:Port", 3310),
            MayDoWithout = builder.Environment.IsDevelopment(),
            IsOff = given.GetValue("Scanner:Off", false),
            Patience = TimeSpan.FromSeconds(given.GetValue("Scanner:PatienceSeconds", 60))
        };
        if (settings.ProblemIn(builder.Environment) is { } problem)
            throw new InvalidOperationException(problem);
        // clamd speaks no TLS.
        builder.RefuseOpenLine("Scanner:Host", "Reach it through a tunnel that ends at 127.0.0.1.");
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Clamd>();
        if (settings.IsSet || settings.IsOff)
            builder.Services.AddHostedService<ScanWorker>();
        return builder;
    }
}
