using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace TipSom.Web.Startup;

/// <summary>
/// Where browsers tell that a page wanted to run or load what the content policy forbids. Of a report the log keeps what was forbidden and
/// in which part of the portal: never the address, which names a record, and never a piece of the page.
/// </summary>
public static partial class CspReports
{
    public const string Path = "/csp-reports";

    private const int LargestReport = 16 * 1024;

    /// <summary>Reports taken from one message; more is no browser's.</summary>
    private const int MostReports = 20;

    public static void MapTipSomCspReports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, TakeAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Report)
            .WithMetadata(new SizeLimit()).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpRequest request, ILogger<RequestLog> log)
    {
        if (request.ContentLength > LargestReport)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        try
        {
            using var message = await JsonDocument.ParseAsync(request.Body, new() { MaxDepth = 8 }, request.HttpContext.RequestAborted);
            foreach (var (directive, blocked, document) in Read(message.RootElement).Take(MostReports))
                log.LogWarning("A browser refused {Blocked} by {Directive} in {Part}", KindOf(blocked), Word(directive), PartOf(document));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Results.BadRequest();
        }

        return Results.NoContent();
    }

    // Two forms are in use: {"csp-report": {"effective-directive": …}} and [{"type": "csp-violation", "body": {"effectiveDirective": …}}].
    private static IEnumerable<(string? Directive, string? Blocked, string? Document)> Read(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
            ? root.EnumerateArray().Where(r => Text(r, "type") == "csp-violation" && r.TryGetProperty("body", out _)).Select(r => r.GetProperty("body"))
                .Select(b => (Text(b, "effectiveDirective"), Text(b, "blockedURL"), Text(b, "documentURL")))
            : root.TryGetProperty("csp-report", out var old)
                ? [(Text(old, "effective-directive") ?? Text(old, "violated-directive"), Text(old, "blocked-uri"), Text(old, "document-uri"))]
                : [];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // "inline", "eval", or the scheme and host of another site.
    private static string KindOf(string? blocked) => Uri.TryCreate(blocked, UriKind.Absolute, out var url) && Word(url.Host) is { Length: > 0 } host
        ? $"{url.Scheme}://{host}"
        : Word(blocked);

    private static string PartOf(string? document) => Uri.TryCreate(document, UriKind.Absolute, out var url) ? Word(url.AbsolutePath.Split('/')[1]) : "";

    private static string Word(string? text) => text is not null && PlainWord().Match(text) is { Success: true } word ? word.Value : "";

    [GeneratedRegex("^[a-z][a-z0-9.-]{0,60}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PlainWord();

    private sealed class SizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => LargestReport;
    }
}
