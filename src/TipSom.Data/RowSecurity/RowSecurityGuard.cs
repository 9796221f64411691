using Npgsql;

namespace TipSom.Data.RowSecurity;

/// <summary>Refuses to serve with a database role that row security does not hold.</summary>
public static class RowSecurityGuard
{
    /// <summary>Throws a sentence when the role could step round row security, by itself or through a role it is a member of.</summary>
    public static async Task CheckAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select
                bool_or(r.rolsuper), bool_or(r.rolbypassrls),
                exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('casework', 'identity', 'audit', 'security', 'reference', 'statistics') and pg_has_role(current_user, c.relowner, 'member')),
                exists (select from pg_namespace n
                    where n.nspname in ('casework', 'identity', 'audit', 'security', 'reference', 'statistics') and has_schema_privilege(current_user, n.oid, 'create')),
                bool_or(r.rolcreaterole), bool_or(r.rolreplication),
                -- Who reads the key signs as anybody; pg_read_all_data does.
                exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles k
                    where n.nspname = 'security' and c.relname = 'context_key'
                        and pg_has_role(current_user, k.oid, 'member') and has_table_privilege(k.oid, c.oid, 'select'))
            from pg_roles r where pg_has_role(current_user, r.oid, 'member')
            """);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var reason = row switch
        {
            _ when row.GetBoolean(0) => "is a superuser",
            _ when row.GetBoolean(1) => "bypasses row security",
            _ when row.GetBoolean(2) => "owns tables",
            _ when row.GetBoolean(3) => "may create tables",
            _ when row.GetBoolean(4) => "may create roles",
            _ when row.GetBoolean(5) => "may replicate",
            _ when row.GetBoolean(6) => "may read the key of the signed context",
            _ => null
        };
        if (reason is not null)
            throw new InvalidOperationException(
                $"The database role of ConnectionStrings:TipSom {reason}. Row security would not hold it; connect as tipsom_app.");
    }
}
