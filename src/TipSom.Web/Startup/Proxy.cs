using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace TipSom.Web.Startup;

/// <summary>
/// The proxy in front of the portal, where there is one: only what it says of the browser's address and of https is believed, because
/// limits are counted by addresses and anybody can write a header.
/// </summary>
public static class Proxy
{
    public static WebApplicationBuilder AddTipSomProxy(this WebApplicationBuilder builder)
    {
        var known = (builder.Configuration["Proxy:Known"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (known.Length == 0)
            return builder;
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardLimit = 1;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var address in known)
                o.KnownIPNetworks.Add(NetworkOf(address));
        });
        builder.Services.AddSingleton<IStartupFilter, First>();
        return builder;
    }

    private static System.Net.IPNetwork NetworkOf(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException(
            $"Proxy:Known names \"{text}\", which is neither an address nor a network such as 10.1.2.0/24. It holds the proxies in front of this portal, separated by \";\".");

    private sealed class First : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseForwardedHeaders();
            next(app);
        };
    }
}
