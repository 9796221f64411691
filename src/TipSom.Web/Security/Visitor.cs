using System.Net;
using System.Net.Sockets;

namespace TipSom.Web.Security;

/// <summary>What a request tells of where it comes from.</summary>
public static class Visitor
{
    private const int NetworkBytes = 8;

    // The first that is found: later ones call themselves earlier ones as well.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>The address; of IPv6 the network, since a household has billions of addresses.</summary>
    public static string PlaceOf(HttpContext context) => PlaceOf(context.Connection.RemoteIpAddress);

    public static string PlaceOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>Browser and system in two words, such as "Firefox, Windows"; empty where neither is known.</summary>
    public static string DeviceOf(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return string.Join(", ", new[] { Find(Browsers, agent), Find(Systems, agent) }.Where(name => name is not null));
    }

    private static string? Find((string Sign, string Name)[] known, string agent) =>
        known.FirstOrDefault(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
