using System.Diagnostics;
using System.Globalization;
using Npgsql;
using TipSom.Data.Audit;
using TipSom.Web.Audit;

namespace TipSom.Web.Startup;

/// <summary>What keeps the trail honest from outside the database: anchors while the portal runs, and the verifying of the whole of it.</summary>
public static class AuditTrail
{
    /// <summary>Reads where anchors go, and refuses to start with half of it. On a developer's machine a key and a file are made.</summary>
    public static WebApplicationBuilder AddTipSomAnchors(this WebApplicationBuilder builder)
    {
        var settings = OptionsOf(builder.Configuration);
        if (builder.Environment.IsDevelopment() && !settings.IsSet && builder.Configuration.GetConnectionString("TipSom") is not { Length: > 0 })
        {
            var folder = Path.Combine(Database.HomeOf(builder.Environment.ContentRootPath), ".tipsom");
            (settings.SigningKey, settings.AnchorFile) = (Path.Combine(folder, "keys", "audit.pem"), Path.Combine(folder, "audit-anchors.jsonl"));
            settings.MakeKey = true;
        }

        if (settings.Problem is { } problem)
            throw new InvalidOperationException(problem);
        builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(settings));
        builder.Services.AddSingleton<AuditAnchors>();
        builder.Services.AddHostedService<AnchorWorker>();
        return builder;
    }

    /// <summary>What <c>--verify-audit</c> does: says of every chain whether it is whole, and answers 1 when one is not.</summary>
    public static async Task<int> VerifyAsync(IConfiguration configuration, TextWriter output)
    {
        var connection = configuration.GetConnectionString("TipSomOwner")
            ?? throw new InvalidOperationException("ConnectionStrings:TipSomOwner is not set. Verifying needs a role that may read the schema audit.");
        var settings = OptionsOf(configuration);
        AnchorTrail? anchors = null;
        if (settings.AnchorFile is { } file)
        {
            using var key = SigningKey.Read(configuration["TipSom:Audit:VerifyingKey"] ?? settings.SigningKey
                ?? throw new InvalidOperationException("TipSom:Audit:VerifyingKey is not set. It is the PEM file of the public key of the anchors."));
            anchors = await AnchorTrail.ReadAsync(file, key, CancellationToken.None);
        }

        await using var database = NpgsqlDataSource.Create(connection);
        var watch = Stopwatch.StartNew();
        var report = await new TrailVerifier(database).VerifyAsync(anchors, CancellationToken.None);
        foreach (var chain in report.Chains)
            await output.WriteLineAsync(Line($"{chain.Chain:D} {chain.Links,10} links  {chain.Break ?? "OK"}"));
        await output.WriteLineAsync(anchors is null
            ? "No anchors were read (TipSom:Audit:AnchorFile is not set): an end cut off, and a chain computed anew, cannot be seen."
            : Line($"{anchors.Lines} anchors in order, {anchors.Torn} lines torn by a stop"));
        if (report.Break is { } broken)
            await output.WriteLineAsync(broken);
        await output.WriteLineAsync(Line(
            $"{(report.IsWhole ? "The trail is whole" : "THE TRAIL IS BROKEN")}: {report.Entries} entries in {watch.Elapsed.TotalSeconds:0.0} s"));
        return report.IsWhole ? 0 : 1;
    }

    private static AnchorOptions OptionsOf(IConfiguration given) => new()
    {
        SigningKey = given["TipSom:Audit:SigningKey"],
        AnchorFile = given["TipSom:Audit:AnchorFile"],
        AnchorMail = given["TipSom:Audit:AnchorMail"],
        Minutes = given.GetValue("TipSom:Audit:AnchorMinutes", 10)
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
