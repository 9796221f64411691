using TipSom.Data.RowSecurity;

namespace TipSom.Web.Security;

/// <summary>What a request tells of where it comes from.</summary>
public static class Visitor
{
    // The first that is found: later ones call themselves earlier ones as well.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>The place that limits and guesses are counted by; empty where the request has no address.</summary>
    public static string PlaceOf(HttpContext context) => $"{Networks.Of(context.Connection.RemoteIpAddress)}";

    /// <summary>
    /// Whether the browser is from before 2023: later ones say over https what a request is for, and obey all that the headers of the portal
    /// ask of them. Without https nothing is known.
    /// </summary>
    public static bool IsTooOld(HttpContext context) => context.Request.IsHttps && !context.Request.Headers.ContainsKey("Sec-Fetch-Site");

    /// <summary>Browser and system in two words, such as "Firefox, Windows"; empty where neither is known.</summary>
    public static string DeviceOf(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return string.Join(", ", new[] { Find(Browsers, agent), Find(Systems, agent) }.Where(name => name is not null));
    }

    private static string? Find((string Sign, string Name)[] known, string agent) =>
        known.FirstOrDefault(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
