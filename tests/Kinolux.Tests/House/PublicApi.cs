using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Kinolux.Tests.House;

/// <summary>What other projects may use of an assembly, a line for each type and member, in one order: a change of it is a change of lines.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(string)] = "string",
        [typeof(object)] = "object", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint", [typeof(decimal)] = "decimal",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(Full, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Full(type)).Append(Bases(type)).Append('\n');
            foreach (var line in Members(type).Distinct().Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        if (typeof(Delegate).IsAssignableFrom(type))
            return [Signature(type.GetMethod("Invoke")!)]; // Every delegate has one.
        return type.GetMembers(Declared).Where(member => !IsGenerated(member)).Select(member => member switch
        {
            FieldInfo field when IsSeen(field.Attributes) => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
            ConstructorInfo made when !made.IsStatic && IsSeen(made) => $"new({Parameters(made)})",
            PropertyInfo property when IsSeen(property.GetMethod) || IsSeen(property.SetMethod) => Property(property),
            EventInfo raised when IsSeen(raised.AddMethod) => $"event {Name(raised.EventHandlerType!)} {raised.Name}", // An event that can be added to has a type.
            MethodInfo method when IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Signature(method),
            _ => "",
        }).Where(line => line.Length > 0);
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = $"{(IsSeen(property.GetMethod) ? "get; " : "")}{(IsSeen(property.SetMethod) ? IsInit(property) ? "init; " : "set; " : "")}";
        var index = property.GetIndexParameters() is { Length: > 0 } and var keys ? $"[{string.Join(", ", keys.Select(Parameter))}]" : "";
        return $"{((property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name}{index} {{ {accessors}}}"; // A property has one of them.
    }

    private static string Signature(MethodInfo method) =>
        $"{(method.IsStatic ? "static " : method.IsAbstract ? "abstract " : "")}{Name(method.ReturnType)} {method.Name}{Arguments(method.GetGenericArguments())}({Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{(parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}";

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string Bases(Type type) =>
        type.IsEnum || type.IsValueType || typeof(Delegate).IsAssignableFrom(type) || type.BaseType is not { } parent || parent == typeof(object) ? "" : $" : {Name(parent)}";

    private static string Full(Type type) => $"{type.Namespace}.{Name(type)}";

    // Types are named without their namespace, and with the type that they are in.
    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!); // What is passed by reference has a type.
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]"; // So have an array's elements.
        if (type.IsPointer)
            return Name(type.GetElementType()!) + "*"; // And what a pointer points to.
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        var name = type.Name.Split('`')[0];
        var outer = type.DeclaringType is { } around ? $"{Name(around)}." : "";
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        return outer + name + Arguments([.. type.GetGenericArguments().Skip(inherited)]);
    }

    private static string Arguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(Name))}>";

    private static bool IsInit(PropertyInfo property) => property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static bool IsSeen(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsSeen(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    // What the compiler writes for a record, and what every type overrides alike.
    private static bool IsGenerated(MemberInfo member) =>
        member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null || member.Name is "EqualityContract" or "PrintMembers" or "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "value__" || member.Name.Contains('<', StringComparison.Ordinal);
}
