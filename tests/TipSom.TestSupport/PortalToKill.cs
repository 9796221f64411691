using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TipSom.TestSupport;

/// <summary>The portal as a process of its own on a test database, to be killed and started again at the same address.</summary>
public sealed class PortalToKill(TestDatabase database) : IAsyncDisposable
{
    private readonly int port = FreePort();
    private Process? process;

    public string Address => $"http://localhost:{port}";

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "TipSom.Web.exe" : "TipSom.Web"))
        {
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["AllowedHosts"] = "localhost",
                ["ConnectionStrings__TipSom"] = database.AppConnectionString,
                ["TipSom__ContextKey"] = Convert.ToBase64String(TestKeys.Context),
                ["TipSom__MasterKey"] = Convert.ToBase64String(TestKeys.Master),
                // A test asks in a second what a person asks in an hour.
                ["RateLimits__PerUser"] = "1000000",
                ["RateLimits__PerAgency"] = "1000000",
                ["RateLimits__PerAddress"] = "1000000",
                ["RateLimits__FormsPerAddress"] = "1000000"
            },
            RedirectStandardOutput = true
        })!;
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await client.GetAsync($"{Address}/health/ready")).StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException) when (tries < 200 && !process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            Kill();
        process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
