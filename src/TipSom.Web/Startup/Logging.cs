using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace TipSom.Web.Startup;

public static class Logging
{
    public static WebApplicationBuilder AddTipSomLogging(this WebApplicationBuilder builder)
    {
        var settings = new LoggerConfiguration()
            .MinimumLevel.Information()
            // Their information level writes raw paths and query strings, and SQL.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // It warns that keys are kept unencrypted; SealedProtectionKeys seals them under the master key.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            // The request log and the error page report it, once.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Enrich.With<OnlyKnownProperties>();
        var logger = (builder.Environment.IsDevelopment()
            ? settings.WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            : settings.WriteTo.Console(new JsonFormatter(closingDelimiter: "\n", renderMessage: false)))
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
        return builder;
    }

    /// <summary>Takes away what the host's own scope adds to every event: above all the raw path, which may hold a token.</summary>
    public sealed class OnlyKnownProperties : ILogEventEnricher
    {
        private static readonly string[] Removed = ["RequestPath", "ConnectionId", "ActionId", "ActionName", "QueryString", "Scope"];

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in Removed)
                logEvent.RemovePropertyIfPresent(name);
        }
    }
}
