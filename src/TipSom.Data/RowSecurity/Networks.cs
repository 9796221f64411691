using System.Net;
using System.Net.Sockets;

namespace TipSom.Data.RowSecurity;

/// <summary>Where requests come from, as limits, guesses and the trail tell places apart.</summary>
public static class Networks
{
    private const int NetworkBytes = 8;

    /// <summary>The address; of version 6 the network alone, since a household has billions of addresses and a device changes its own.</summary>
    public static IPAddress? Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            return address.MapToIPv4();
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
